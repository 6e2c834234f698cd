package netarium.engine.codec;

/// Stops reading a message that is wrong. It never leaves this package: the decoders answer with an
/// [HttpDecode.Fault].
final class HttpFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  final int status;
  final String why;

  HttpFaultException(int status, String why) {
    super(why, null, false, false);
    this.status = status;
    this.why = why;
  }
}
