package netarium.app.welcome;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.project.Templates;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The left side: who we are, a new network, a project from the disk, and the window's own matters.
final class SideBar extends VBox {
  private final Texts texts;

  SideBar(WelcomeModel model, WelcomeView.Shell shell, Texts texts, Theme theme, String version) {
    this.texts = texts;
    getStyleClass().add("welcome-bar");
    Label name = new Label("Netarium");
    name.getStyleClass().add("product");
    Label number = new Label(version);
    number.getStyleClass().add("product-version");
    HBox head = new HBox(new Mark(36), new VBox(name, number));
    head.getStyleClass().add("product-head");
    Button create = wide("new.network", MaterialDesignP.PLUS);
    create.getStyleClass().add("accent");
    create.setDefaultButton(false);
    create.setOnAction(_ -> model.create(Templates.EMPTY, texts.text("new.name")));
    Button open = wide("open.project", MaterialDesignF.FOLDER_OPEN_OUTLINE);
    open.setOnAction(_ -> model.chooseFile());
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(head, create, open, gap, drop(), tools(shell, theme));
  }

  private Button wide(String key, Ikon icon) {
    Button button = new Button(texts.text(key), new FontIcon(icon));
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private VBox drop() {
    Label title = new Label(texts.text("drop.title"), new FontIcon(MaterialDesignI.IMPORT));
    title.getStyleClass().add("drop-title");
    Label text = new Label(texts.text("drop.text"));
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.getStyleClass().add("card-text");
    VBox card = new VBox(title, text);
    card.getStyleClass().add("drop-card");
    return card;
  }

  private HBox tools(WelcomeView.Shell shell, Theme theme) {
    Ikon sky =
        theme == Theme.DARK ? MaterialDesignW.WHITE_BALANCE_SUNNY : MaterialDesignW.WEATHER_NIGHT;
    HBox tools =
        new HBox(
            tool(sky, "tool.theme", shell::switchTheme),
            tool(MaterialDesignC.COG_OUTLINE, "tool.preferences", shell::preferences),
            tool(MaterialDesignH.HELP_CIRCLE_OUTLINE, "tool.help", shell::help));
    tools.getStyleClass().add("welcome-tools");
    return tools;
  }

  private Button tool(Ikon icon, String key, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setTooltip(new Tooltip(texts.text(key)));
    button.setAccessibleText(texts.text(key));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
