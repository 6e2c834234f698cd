package netarium.engine.analysis;

/// When an exchange came to each of its steps at one end, in nanoseconds of the run;
/// [StreamOctets#NEVER] where it has not, or where that belongs to an earlier exchange.
///
/// At the client a request is sent and a response arrives; at the server it is the other way round.
///
/// @param connectStart the first SYN leaves or arrives
/// @param connectEnd the connection may be used
/// @param requestFirst the request's first octet
/// @param requestLast its last
/// @param responseFirst the response's first octet
/// @param responseLast its last
public record HttpTimes(
    long connectStart,
    long connectEnd,
    long requestFirst,
    long requestLast,
    long responseFirst,
    long responseLast) {

  /// When it began: with the connection, where that was opened for it.
  public long start() {
    return connectStart >= 0 ? connectStart : requestFirst >= 0 ? requestFirst : responseFirst;
  }

  /// The last step that is known.
  public long end() {
    return Math.max(
        Math.max(Math.max(responseLast, responseFirst), Math.max(requestLast, requestFirst)),
        Math.max(connectEnd, connectStart));
  }
}
