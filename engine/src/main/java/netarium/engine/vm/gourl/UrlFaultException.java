package netarium.engine.vm.gourl;

/// Why a text is no address, or no part of one; the sentence is Go's.
public final class UrlFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  public UrlFaultException(String sentence) {
    super(sentence, null, false, false);
  }

  /// As Go's `url.Error` says it: what was tried, with which address, and why not.
  UrlFaultException in(String operation, String url) {
    return new UrlFaultException(operation + " " + GoQuote.of(url) + ": " + sentence());
  }

  public String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
