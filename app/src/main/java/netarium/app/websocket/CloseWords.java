package netarium.app.websocket;

import netarium.app.text.Texts;

/// What close codes mean (RFC 6455 §7.4), for people.
final class CloseWords {
  private CloseWords() {}

  static String sentence(Texts texts, int code) {
    String key =
        switch (code) {
          case 1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013 ->
              Integer.toString(code);
          default -> code >= 4000 && code < 5000 ? "private" : "other";
        };
    return texts.text("close." + key, Integer.toString(code));
  }
}
