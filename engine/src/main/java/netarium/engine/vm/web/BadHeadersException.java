package netarium.engine.vm.web;

/// What a script gave is no table of headers. It has a sentence and no stack trace.
public final class BadHeadersException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  BadHeadersException(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  public String why() {
    return why;
  }
}
