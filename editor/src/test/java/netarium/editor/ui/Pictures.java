package netarium.editor.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.StackPane;
import netarium.engine.screen.PngFile;

/// Draws the editor in both themes to `target/pictures`, to be looked at.
final class Pictures {
  static final String SCRIPT =
      """
      -- Keeps notes and hands them out as JSON.
      local http = require("lua.http")
      local notes = {}
      local served = 0

      local function send_json(w, status, value)
        local body = json.encode(value)
        w:Header():Set("Content-Type", "application/json")
        w:WriteHeader(status)
        w:Write(body)
        served = served + 1
      end

      http.HandleFunc("/api/notes", function(w, r)
        if r.Method == "POST" then
          local note, err = json.decode(r.Body:ReadAll())
          if not note then
            return http.Error(w, err, 400)
          end
          note.id = #notes + 1
          notes[note.id] = note
        end
        send_json(w, 200, notes)
      end)

      --[[ Everybody who asks gets the same feed;
           it is built once a second. ]]
      local feed = [[
      <feed version="1.0">
      ]] .. string.rep("-", 0x20)

      go(function()
        while true do
          sleep(1.5e0)
          print("served", served)
        end
      end)

      http.ListenAndServe(":80", nil)
      """;

  private Pictures() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of("target", "pictures");
    FxTest.start();
    for (EditorTheme theme : EditorTheme.values()) {
      draw(folder, theme);
    }
    Platform.exit();
  }

  private static void draw(Path folder, EditorTheme theme) throws IOException {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
    LuaEditor editor = FxTest.onFx(() -> new LuaEditor(Locale.ENGLISH));
    Scene scene =
        FxTest.onFx(() -> {
          Scene fresh = new Scene(new Group(), 900, 760);
          fresh.getStylesheets().add(theme.stylesheet());
          fresh.setRoot(new StackPane(editor));
          editor.load(SCRIPT);
          return fresh;
        });
    shoot(scene, folder.resolve("script" + suffix), () -> editor.reveal(16));
    shoot(
        scene,
        folder.resolve("error" + suffix),
        () -> {
          editor.load(SCRIPT.replace("if not note then", "if not note them"));
          editor.checkNow();
          editor.reveal(18);
        });
    shoot(
        scene,
        folder.resolve("find" + suffix),
        () -> {
          editor.load(SCRIPT);
          editor.openFind(true);
          find(editor).query.setText("not(es?|hing)");
          find(editor).replacement.setText("memo$1");
          find(editor).isRegex.fire();
        });
    shoot(
        scene,
        folder.resolve("stopped" + suffix),
        () -> {
          editor.load(SCRIPT);
          find(editor).close.fire();
          editor.markLine(21, LineMark.STOPPED, "");
          editor.markLine(9, LineMark.FAILED, "attempt to call a nil value");
          editor.select(SCRIPT.indexOf("local note,"), SCRIPT.indexOf("return http"));
        });
    drawNarrow(folder.resolve("narrow-german" + suffix), theme);
  }

  private static void drawNarrow(Path file, EditorTheme theme) throws IOException {
    Scene german =
        FxTest.onFx(() -> {
          LuaEditor other = new LuaEditor(Locale.GERMAN);
          Scene fresh = new Scene(new Group(), 640, 300);
          fresh.getStylesheets().add(theme.stylesheet());
          fresh.setRoot(new StackPane(other));
          other.load(SCRIPT);
          other.openFind(true);
          find(other).query.setText("nirgends");
          return fresh;
        });
    shoot(german, file, () -> {});
  }

  private static FindBar find(LuaEditor editor) {
    return (FindBar) editor.getTop();
  }

  private static void shoot(Scene scene, Path file, Runnable before) throws IOException {
    FxTest.onFx(() -> {
      before.run();
      scene.snapshot(null);
      return null;
    });
    FxTest.onFx(() -> scene.snapshot(null));
    Image image = FxTest.onFx(() -> scene.snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, PngFile.write(width, height, pixels));
  }
}
