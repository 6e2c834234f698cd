package netarium.topologies.zip;

/// Leaves the reading of an archive at its first problem; never leaves this package.
final class BadZipException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String what;
  private final String advice;

  BadZipException(String what, String advice) {
    super(what);
    this.what = what;
    this.advice = advice;
  }

  static BadZipException damaged(String how, long octet) {
    return new BadZipException(
        "the archive is damaged: " + how + " (octet " + octet + ")", "get a fresh copy of it");
  }

  static BadZipException unsupported(String how) {
    return new BadZipException(how, "pack it again as an ordinary zip");
  }

  String what() {
    return what;
  }

  String advice() {
    return advice;
  }
}
