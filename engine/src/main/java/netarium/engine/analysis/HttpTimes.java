package netarium.engine.analysis;

/// When an exchange came to each of its steps at one end, in nanoseconds of the run;
/// [StreamOctets#NEVER] where it has not, or where that belongs to an earlier exchange.
///
/// At the client a request is sent and a response arrives; at the server it is the other way round.
///
/// @param lookUpStart the client asks for the address of the name
/// @param lookUpEnd it has the answer
/// @param connectStart the first SYN leaves or arrives
/// @param connectEnd the connection may be used
/// @param secureStart the client's greeting of TLS
/// @param secureEnd this end is through with the handshake of TLS
/// @param requestFirst the request's first octet
/// @param requestLast its last
/// @param responseFirst the response's first octet
/// @param responseLast its last
public record HttpTimes(
    long lookUpStart,
    long lookUpEnd,
    long connectStart,
    long connectEnd,
    long secureStart,
    long secureEnd,
    long requestFirst,
    long requestLast,
    long responseFirst,
    long responseLast) {

  /// When it began: with the question for the address, or with the connection, where that was
  /// opened for it.
  public long start() {
    for (long step : new long[] {lookUpStart, connectStart, secureStart, requestFirst}) {
      if (step >= 0) {
        return step;
      }
    }
    return responseFirst;
  }

  /// The last step that is known.
  public long end() {
    long end = -1;
    long[] steps = {
      lookUpEnd,
      connectStart,
      connectEnd,
      secureStart,
      secureEnd,
      requestFirst,
      requestLast,
      responseFirst,
      responseLast
    };
    for (long step : steps) {
      end = Math.max(end, step);
    }
    return end;
  }
}
