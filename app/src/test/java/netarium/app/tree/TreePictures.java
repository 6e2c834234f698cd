package netarium.app.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Parent;
import netarium.app.ToolPicture;
import netarium.app.canvas.scene.Item;
import netarium.app.project.Document;
import netarium.app.project.Templates;
import netarium.app.session.Selection;

/// Pictures of the project tree. Run by hand, and looked at.
final class TreePictures {
  private TreePictures() {}

  static void main() {
    Document document = new Document(Templates.CLIENT_SERVER.project("Web"), null);
    document.add("lesson.md", "# Web");
    document.add("files/index.html", "<html>".repeat(900));
    document.text("scripts/client.lua", "-- typed");
    Selection selection = new Selection();
    selection.select(Set.of(new Item.OfNode("server")));
    ProjectTree model = new ProjectTree(document, selection);
    ToolPicture.write(
        "tree",
        240,
        400,
        List.of(ProjectTreeView.class),
        _ ->
            (Parent)
                new ProjectTreeView(
                        model, new ProjectTreeTest.Recording(new ArrayList<>()), Locale.ENGLISH)
                    .node());
    Platform.exit();
  }
}
