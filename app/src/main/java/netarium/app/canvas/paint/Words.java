package netarium.app.canvas.paint;

import java.util.Locale;
import netarium.app.canvas.scene.Glyph;
import netarium.app.text.Texts;

/// The words that painters add to a scene.
public final class Words {
  private final Texts texts;
  private final String queue;
  private final String noAddress;

  public Words(Locale locale) {
    texts = new Texts(Words.class, locale);
    queue = texts.text("queue");
    noAddress = texts.text("no-address");
  }

  /// What stands beside the boxes of a queue.
  String queue() {
    return queue;
  }

  String noAddress() {
    return noAddress;
  }

  String emptyTitle() {
    return texts.text("empty.title");
  }

  String cableHint() {
    return texts.text("cable.hint");
  }

  String emptyHint() {
    return texts.text("empty.hint");
  }

  /// What the legend calls a glyph; names of protocols are the same in every language.
  String legend(Glyph glyph) {
    return glyph == Glyph.DROPPED ? texts.text("legend.dropped") : glyph.label();
  }
}
