package netarium.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.lab.Lab;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.TcpSocketOptions;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The proxy, octet by octet: what a client says and what it is answered.
class SocksServerTest {
  private static final String CONNECT_SERVER = "05010003067365727665720050";
  private static final String CONNECT_ADDRESS = "050100010a0000030050";

  private final ServiceLab lab = new ServiceLab();
  private final List<String> log = new ArrayList<>();

  private SocksServer proxy(Optional<Proxy.Login> login) {
    SocksServer server =
        new SocksServer(lab.proxy.listen(1080), lab.proxy.dialler, login, log::add);
    server.start();
    return server;
  }

  private static Optional<Proxy.Login> login() {
    return Optional.of(new Proxy.Login(ServiceLab.text("alice"), ServiceLab.text("secret")));
  }

  private TcpSocket connect() {
    return switch (lab.client.sockets.connect(
        Lab.address("10.0.0.2"), 1080, 1, TcpSocketOptions.STREAM)) {
      case SocketResult.Opened<TcpSocket>(TcpSocket socket) -> socket;
      case SocketResult.Failed<TcpSocket>(var error) -> throw new AssertionError(error.sentence());
    };
  }

  /// What a client gets that says these octets, a tenth of a second apart, and then ends.
  private String answers(String... said) {
    TcpSocket stream = connect();
    StringBuilder come = new StringBuilder();
    stream.onChange(() -> come.append(stream.receive(Integer.MAX_VALUE)));
    for (int i = 0; i < said.length; i++) {
      Octets octets = ServiceLab.hex(said[i]);
      lab.lab.at(100_000_000L * (i + 1), () -> stream.offer(octets));
    }
    lab.lab.at(100_000_000L * (said.length + 1), stream::shutdownWrite);
    lab.lab.run();
    stream.close();
    return come.toString();
  }

  @Test
  void connectByName_isRelayedBothWays_withHalfClose() {
    SocksServer proxy = proxy(Optional.empty());
    var server = lab.server.serve(80, "< " + ServiceLab.inHex("ping"), "> 706f6e67", "end");
    String come = answers("050100", CONNECT_SERVER + ServiceLab.inHex("ping"));
    assertEquals("0500" + "050000010a000002c000" + "706f6e67", come);
    assertEquals("", server.outcome());
    assertEquals(List.of("10.0.0.1:49152 connected to server:80"), log);
    assertEquals(0, proxy.sessions());
  }

  @Test
  void connectByAddress_afterAPassword_isRelayed() {
    proxy(login());
    lab.server.serve(80, "> 6869", "close");
    String credentials = "0105616c69636506736563726574";
    assertEquals(
        "0502" + "0100" + "050000010a000002c000" + "6869",
        answers("05020002", credentials, CONNECT_ADDRESS));
  }

  @Test
  void wrongPassword_isRefusedAndTheStreamEnds() {
    SocksServer proxy = proxy(login());
    assertEquals("0502" + "0101", answers("050102", "0105616c69636505776f726e67", CONNECT_ADDRESS));
    assertEquals(List.of("10.0.0.1:49152 refused: user or password is wrong"), log);
    assertEquals(0, proxy.sessions());
  }

  @Test
  void methodsThatDoNotFit_areRefused() {
    proxy(login());
    assertEquals("05ff", answers("050100", CONNECT_ADDRESS));
    assertEquals(List.of("10.0.0.1:49152 refused: gives no user and password"), log);
  }

  @ParameterizedTest
  @CsvSource({
    "05010003067365727665720051,05,server:81: connection refused",
    "05010003076e6f77686572650050,04,nowhere:80: host not found",
    "05010001c0a807070050,03,192.168.7.7:80: no route to host 192.168.7.7",
    "050200010a0000030050,07,10.0.0.3:80: command 2",
    "050300010a0000030050,07,10.0.0.3:80: command 3",
    "0501000420010db80000000000000000000000010050,08,2001:db8:0:0:0:0:0:1:80: an IPv6 address",
    "05010009,08,there is no address type 9",
    "0401,01,the version is 4 instead of 5",
  })
  void requestThatCannotBeDone_isAnsweredWithItsCode(String request, String code, String why) {
    SocksServer proxy = proxy(Optional.empty());
    assertEquals("0500" + "05" + code + "0001000000000000", answers("050100", request));
    assertEquals(List.of("10.0.0.1:49152 refused: " + why), log);
    assertEquals(0, proxy.sessions());
  }

  @Test
  void whatIsNoSocks_isAnsweredWithTheEnd() {
    proxy(Optional.empty());
    assertEquals("", answers(ServiceLab.inHex("GET / HTTP/1.1\r\n\r\n")));
    assertEquals(List.of("10.0.0.1:49152 refused: no SOCKS5: the version is 71 instead of 5"), log);
  }

  @Test
  void largeAnswer_goesNoFasterThanItsReaderTakesIt() {
    proxy(Optional.empty());
    var listener = lab.server.listen(80);
    Octets much = Octets.wrap(new byte[4 << 20]);
    int[] taken = {0};
    listener.onChange(() -> {
      TcpSocket stream = listener.accept().orElseThrow();
      Runnable send =
          () -> {
            taken[0] += stream.offer(much.slice(taken[0]));
            if (taken[0] == much.length()) {
              stream.close();
            }
          };
      stream.onChange(send);
      send.run();
    });
    TcpSocket stream = connect();
    int[] come = {0};
    lab.lab.at(100_000_000, () -> stream.offer(ServiceLab.hex("050100" + CONNECT_SERVER)));
    lab.lab.at(
        5_000_000_000L,
        () -> {
          assertTrue(taken[0] < 3_000_000, taken[0] + " taken while nobody reads");
          Runnable read =
              () -> {
                come[0] += stream.receive(Integer.MAX_VALUE).length();
                if (stream.isAtEnd()) {
                  stream.close();
                }
              };
          stream.onChange(read);
          read.run();
        });
    lab.lab.run();
    assertEquals(2 + 10 + (4 << 20), come[0]);
  }

  @Test
  void failureOfTheServer_failsTheClient() {
    SocksServer proxy = proxy(Optional.empty());
    lab.server.serve(80, "< 61", "abort");
    TcpSocket stream = connect();
    lab.lab.at(100_000_000, () -> stream.offer(ServiceLab.hex("050100" + CONNECT_SERVER + "61")));
    lab.lab.run();
    assertEquals("connection reset by peer", stream.error().orElseThrow().sentence());
    assertEquals(0, proxy.sessions());
  }

  @Test
  void clientThatSaysNothing_isDroppedInTheEnd() {
    SocksServer proxy = proxy(Optional.empty());
    connect();
    lab.lab.run();
    assertEquals(0, proxy.sessions());
  }

  @Test
  void ownClientAndServer_understandEachOther() {
    proxy(login());
    lab.server.serve(80, "> 6869");
    var result = lab.new Result();
    var via = new Proxy(Proxy.Kind.SOCKS5, "proxy", 1080, login());
    new Dial(
            lab.client.dialler,
            new Dial.Destination("server", 80, Optional.of(via), Dial.USUAL_TIME_OUT),
            result)
        .start();
    lab.lab.run();
    assertEquals(List.of("connected"), result.told);
    assertEquals("hi", result.received());
  }

  @Test
  void stoppedProxy_dropsEverybody() {
    SocksServer proxy = proxy(Optional.empty());
    lab.server.serve(80);
    TcpSocket stream = connect();
    lab.lab.at(100_000_000, () -> stream.offer(ServiceLab.hex("050100" + CONNECT_SERVER)));
    lab.lab.at(
        1_000_000_000,
        () -> {
          assertEquals(1, proxy.sessions());
          proxy.stop();
        });
    lab.lab.run();
    assertEquals("connection reset by peer", stream.error().orElseThrow().sentence());
  }
}
