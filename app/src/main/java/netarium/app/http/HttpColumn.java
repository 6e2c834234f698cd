package netarium.app.http;

/// The columns of the list, from the left. Where there is little room the least important go.
enum HttpColumn {
  METHOD("method", 66, 0),
  SECURITY("security", 26, 0),
  HOST("host", 136, 760),
  PATH("path", 190, 0),
  STATUS("status", 172, 0),
  TYPE("type", 112, 1100),
  SIZE("size", 72, 520),
  TIME("time", 78, 0),
  SENT_BY("sent-by", 108, 1240),
  WATERFALL("waterfall", 190, 430);

  private static final double ROOM_FOR_WORDS = 620;
  private static final double NUMBER = 84;

  private final String key;
  private final double width;
  private final double from;

  HttpColumn(String key, double width, double from) {
    this.key = key;
    this.width = width;
    this.from = from;
  }

  String key() {
    return key;
  }

  double width() {
    return width;
  }

  /// In a list of this width; where there is little room a status is its number.
  double widthIn(double list) {
    return this == STATUS && list < ROOM_FOR_WORDS ? NUMBER : width;
  }

  /// The least that it is cut to.
  double least() {
    return this == SECURITY ? width : Math.min(widthIn(0), 64);
  }

  /// How wide the list must be for it to be shown.
  double shownFrom() {
    return from;
  }

  boolean isNumber() {
    return this == SIZE || this == TIME;
  }

  /// Which columns share what room is left.
  boolean isGrowing() {
    return this == PATH || this == WATERFALL;
  }
}
