package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.Optional;
import netarium.engine.codec.HttpReader;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.wire.Octets;

/// The client's side of `CONNECT` (RFC 9110 §9.3.6): an HTTP proxy asked for a tunnel.
final class HttpTunnel implements Tunnelling {
  private final ByteStream stream;
  private final Outbox outbox;
  private final String request;
  private final StringBuilder head = new StringBuilder();

  HttpTunnel(ByteStream stream, Optional<Proxy.Login> login, String host, int port) {
    this.stream = stream;
    this.outbox = new Outbox(stream);
    String place = host + ":" + port;
    this.request =
        "CONNECT "
            + place
            + " HTTP/1.1\r\nHost: "
            + place
            + "\r\n"
            + login.map(HttpTunnel::authorization).orElse("")
            + "\r\n";
  }

  private static String authorization(Proxy.Login login) {
    Octets colon = Octets.wrap(new byte[] {':'});
    Octets both = login.user().plus(colon).plus(login.password());
    return "Proxy-Authorization: Basic "
        + Base64.getEncoder().encodeToString(both.toByteArray())
        + "\r\n";
  }

  @Override
  public void begin() {
    outbox.send(Octets.wrap(request.getBytes(ISO_8859_1)));
  }

  @Override
  public Step advance() {
    outbox.flush();
    while (!isWhole()) {
      Octets next = stream.receive(1);
      if (next.isEmpty()) {
        return waiting();
      }
      head.append((char) next.at(0));
      if (head.length() > HttpReader.MAX_HEAD_OCTETS) {
        return refused(SocketError.Code.TOO_BIG, "the proxy's answer is too long");
      }
    }
    return answered();
  }

  private boolean isWhole() {
    int end = head.length();
    return end >= 2
        && head.charAt(end - 1) == '\n'
        && (head.charAt(end - 2) == '\n' || head.indexOf("\n\r\n", Math.max(0, end - 3)) >= 0);
  }

  private Step answered() {
    String line = head.substring(0, head.indexOf("\n")).strip();
    String[] words = line.split(" ", 3);
    boolean isHttp = words.length >= 2 && words[0].startsWith("HTTP/1.");
    if (isHttp && words[1].length() == 3 && words[1].startsWith("2")) {
      return OPEN;
    }
    return isHttp
        ? refused(
            SocketError.Code.REFUSED,
            "the proxy refused the tunnel: " + line.substring(words[0].length() + 1))
        : refused(SocketError.Code.UNSUPPORTED, "the proxy does not speak HTTP");
  }

  private Step waiting() {
    if (stream.isAtEnd()) {
      return refused(SocketError.Code.CLOSED, "connection closed by proxy");
    }
    return stream.error().<Step>map(Step.Refused::new).orElse(WAITING);
  }

  private static Step refused(SocketError.Code code, String sentence) {
    return new Step.Refused(new SocketError(code, sentence));
  }
}
