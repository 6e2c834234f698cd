package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netarium.engine.ip.SendOptions;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;

/// Plays a transcript against one connection: `<` lets a segment arrive, `>` expects the next one
/// it sends, anything else is a call of its user.
///
/// ```
/// +0    established mss=1000 win=65535 cwnd=10   # the handshake, already played
/// +0    write 2000
/// +0    > .  1:1001(1000) ack 1, P. 1001:2001(1000) ack 1
/// +0.1  < .  1:1(0) ack 1001 win 65535 *3        # three times
/// +0    state ESTABLISHED
/// ```
///
/// Each line first lets the time before it pass, in seconds. Sequence numbers count from each
/// side's first. Every segment the connection sends must be expected, at its very instant.
final class Transcript {
  static final int REMOTE_ISS = 77_000;

  final FakeEnvironment environment = new FakeEnvironment();
  private final TcpOptionsConfig config;
  private final TcpConnection connection;
  private int changes;
  private int line;

  private Transcript(TcpOptionsConfig config, int iss) {
    this.config = config;
    environment.iss = new SeqNum(iss);
    FourTuple tuple =
        new FourTuple(new Ipv4Address(0x0a000001), 5000, new Ipv4Address(0x0a000002), 80);
    connection =
        new TcpConnection(
            environment,
            config,
            1,
            tuple,
            1500,
            new TcpConnection.Owner() {
              @Override
              public void established(TcpConnection ready) {}

              @Override
              public void closed(TcpConnection gone) {}
            });
    connection.onChange(() -> changes++);
  }

  /// Settings that keep a transcript short: no options beyond MSS, no delayed acknowledgement.
  static TcpOptionsConfig plain() {
    return TcpOptionsConfig.DEFAULT
        .withTimestamps(false)
        .withWindowScale(false)
        .withSack(false)
        .withReceiveBuffer(65_535)
        .withRtoMin(SimDuration.ofSeconds(1))
        .withDelayedAck(SimDuration.ZERO);
  }

  static Transcript play(String text) {
    return play(plain(), text);
  }

  static Transcript play(TcpOptionsConfig config, String text) {
    return play(config, 0, text);
  }

  static Transcript play(TcpOptionsConfig config, int iss, String text) {
    Transcript transcript = new Transcript(config, iss);
    for (String each : text.split("\n", -1)) {
      transcript.line++;
      String stripped = each.replaceAll("#.*", "").strip();
      if (!stripped.isEmpty()) {
        transcript.playLine(stripped);
      }
    }
    transcript.expectNothingMore("the end");
    return transcript;
  }

  TcpConnection connection() {
    return connection;
  }

  private void playLine(String text) {
    String[] parts = text.split("\\s+", 3);
    double seconds = Double.parseDouble(parts[0]);
    SimTime at = environment.now().plus(SimDuration.ofNanos(Math.round(seconds * 1e9)));
    environment.runUntil(at);
    String rest = parts.length > 2 ? parts[2] : "";
    if (parts[1].equals(">")) {
      for (String segment : rest.split(",", -1)) {
        expect(segment.strip());
      }
      return;
    }
    expectNothingMore(text);
    if (parts[1].equals("<")) {
      inject(rest);
    } else {
      call(parts[1], rest.isEmpty() ? new String[0] : rest.split("\\s+", -1));
    }
  }

  private void call(String verb, String[] arguments) {
    switch (verb) {
      case "open" -> connection.openActively();
      case "listen" -> connection.openPassively();
      case "established" -> establish(arguments);
      case "write" -> write(arguments, false);
      case "message" -> write(arguments, true);
      case "read" -> {
        int wanted = Integer.parseInt(arguments[0]);
        assertEquals(wanted, connection.receive(wanted).length(), where("octets read"));
      }
      case "available" ->
          assertEquals(
              Integer.parseInt(arguments[0]), connection.availableOctets(), where("available"));
      case "urgent" -> {
        int length = Integer.parseInt(arguments[0]);
        assertEquals(length, connection.sendUrgent(Octets.wrap(new byte[length])), where("taken"));
      }
      case "shutdown" -> connection.closeWrite();
      case "close" -> connection.close();
      case "abort" -> connection.abort();
      case "state" -> assertEquals(arguments[0], connection.state().label(), where("state"));
      case "error" ->
          assertEquals(
              arguments[0], connection.error().map(TcpError::name).orElse("none"), where("error"));
      case "end" -> assertTrue(connection.isAtEnd(), where("the end of the stream is reached"));
      case "cwnd" ->
          assertEquals(Integer.parseInt(arguments[0]), congestion().cwnd(), where("cwnd"));
      case "ssthresh" ->
          assertEquals(Integer.parseInt(arguments[0]), congestion().ssthresh(), where("ssthresh"));
      case "rto" ->
          assertEquals(
              SimDuration.ofMillis(Long.parseLong(arguments[0])),
              connection.snapshot().roundTrip().rto(),
              where("rto"));
      case "icmp" -> icmp(arguments);
      case "quiet" -> {}
      default -> fail(where("unknown call " + verb));
    }
  }

  private TcpSnapshot.Congestion congestion() {
    return connection.snapshot().congestion();
  }

  private void icmp(String[] arguments) {
    SeqNum quoted = environment.iss.plus(Integer.parseInt(arguments[1]));
    PathErrors errors = connection.pathErrors();
    switch (arguments[0]) {
      case "host" -> errors.unreachable(TcpError.HOST_UNREACHABLE, quoted);
      case "port" -> errors.unreachable(TcpError.REFUSED, quoted);
      case "mtu" -> errors.tooBig(Integer.parseInt(arguments[2]), quoted);
      default -> fail(where("unknown icmp " + arguments[0]));
    }
  }

  private void write(String[] arguments, boolean isMessage) {
    int length = Integer.parseInt(arguments[0]);
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      octets[i] = (byte) i;
    }
    int expected = arguments.length > 1 ? Integer.parseInt(arguments[1]) : length;
    assertEquals(expected, connection.send(Octets.wrap(octets), isMessage), where("octets taken"));
  }

  /// An active open, answered; `cwnd` in segments is the initial window.
  private void establish(String[] arguments) {
    int mss = 1000;
    int win = 65_535;
    String more = "";
    for (String argument : arguments) {
      String[] pair = argument.split("=", -1);
      switch (pair[0]) {
        case "mss" -> mss = Integer.parseInt(pair[1]);
        case "win" -> win = Integer.parseInt(pair[1]);
        case "ts" -> more += " ts " + pair[1] + " 0";
        case "sackOK" -> more += " sackOK";
        default -> fail(where("unknown setting " + argument));
      }
    }
    connection.openActively();
    environment.sent.clear();
    inject("S. 0:0(0) ack 1 win " + win + " mss " + mss + more);
    assertEquals("ESTABLISHED", connection.state().label());
    environment.sent.clear();
    changes = 0;
  }

  /// Lets a segment arrive after the transcript, as its lines write it.
  static void inject(Transcript played, String text) {
    played.inject(text);
  }

  private void inject(String text) {
    String[] words = text.split("\\s+", -1);
    int times = 1;
    SeqNum seq = new SeqNum(REMOTE_ISS);
    SeqNum ack = new SeqNum(0);
    int window = 65_535;
    int length = 0;
    int mark = 0;
    int urgent = 0;
    List<TcpOption> options = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      String word = words[i];
      if (word.startsWith("*")) {
        times = Integer.parseInt(word.substring(1));
      } else if (word.contains("(")) {
        seq = seq.plus((int) Long.parseLong(word.substring(0, word.indexOf(':'))));
        length = Integer.parseInt(word.substring(word.indexOf('(') + 1, word.length() - 1));
      } else {
        switch (word) {
          case "ack" -> ack = environment.iss.plus(Integer.parseInt(words[++i]));
          case "win" -> window = Integer.parseInt(words[++i]);
          case "ce" -> mark = SendOptions.CONGESTION_EXPERIENCED;
          case "urg" -> urgent = Integer.parseInt(words[++i]);
          case "mss" -> options.add(new TcpOption.MaximumSegmentSize(Integer.parseInt(words[++i])));
          case "wscale" -> options.add(new TcpOption.WindowScale(Integer.parseInt(words[++i])));
          case "sackOK" -> options.add(new TcpOption.SackPermitted());
          case "sack" -> options.add(blocks(words[++i]));
          case "ts" ->
              options.add(
                  new TcpOption.Timestamps(
                      Integer.parseInt(words[++i]), Integer.parseInt(words[++i])));
          default -> fail(where("unknown word " + word));
        }
      }
    }
    TcpSegment segment =
        new TcpSegment(
            80, 5000, seq, ack, flags(words[0]), window, urgent, options, textFrom(seq, length));
    for (int i = 0; i < times; i++) {
      connection.segmentArrives(segment, mark);
    }
  }

  /// `2001:3001,4001:5001`, counted from our first number.
  private TcpOption.SelectiveAck blocks(String text) {
    List<TcpOption.SelectiveAck.Block> blocks = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      String[] edges = each.split(":", -1);
      blocks.add(
          new TcpOption.SelectiveAck.Block(
              environment.iss.plus(Integer.parseInt(edges[0])),
              environment.iss.plus(Integer.parseInt(edges[1]))));
    }
    return new TcpOption.SelectiveAck(blocks);
  }

  /// As [#blocks] is written, counted from the other side's first number, with `+` for `,`.
  private static String text(TcpOption.SelectiveAck sack) {
    List<String> blocks = new ArrayList<>();
    for (TcpOption.SelectiveAck.Block block : sack.blocks()) {
      SeqNum first = new SeqNum(REMOTE_ISS);
      blocks.add(block.left().distanceFrom(first) + ":" + block.right().distanceFrom(first));
    }
    return String.join("+", blocks);
  }

  /// Octets that tell their place in the stream.
  private static Octets textFrom(SeqNum seq, int length) {
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      octets[i] = (byte) (seq.bits() - REMOTE_ISS + i);
    }
    return Octets.wrap(octets);
  }

  private static TcpFlags flags(String letters) {
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      bits |=
          switch (letters.charAt(i)) {
            case 'S' -> TcpFlags.SYN_BIT;
            case 'F' -> TcpFlags.FIN_BIT;
            case 'R' -> TcpFlags.RST_BIT;
            case 'P' -> TcpFlags.PSH_BIT;
            case 'U' -> TcpFlags.URG_BIT;
            case '.' -> TcpFlags.ACK_BIT;
            default -> throw new IllegalArgumentException("unknown flags " + letters);
          };
    }
    return new TcpFlags(bits);
  }

  private void expect(String expected) {
    FakeEnvironment.Sent sent = environment.sent.poll();
    if (expected.equals("nothing")) {
      assertTrue(sent == null, where("nothing is sent"));
      return;
    }
    if (sent == null) {
      fail(where("expected " + expected + ", but nothing was sent"));
    }
    Objects.requireNonNull(sent);
    String[] words = expected.split("\\s+", -1);
    assertEquals(canonical(words), canonical(describe(sent.segment()), words), where("segment"));
    assertEquals(environment.now(), sent.at(), where("instant of " + expected));
  }

  /// Compares only what the expectation mentions.
  private static String canonical(String[] words) {
    return String.join(" ", words);
  }

  private static String canonical(String[] actual, String[] expected) {
    List<String> kept = new ArrayList<>(List.of(actual[0], actual[1]));
    for (int i = 2; i < actual.length; i += 2) {
      boolean isWanted = false;
      for (String word : expected) {
        isWanted |= word.equals(actual[i]);
      }
      if (isWanted) {
        kept.add(actual[i]);
        kept.add(actual[i + 1]);
      }
    }
    return String.join(" ", kept);
  }

  private String[] describe(TcpSegment segment) {
    StringBuilder letters = new StringBuilder();
    letters.append(segment.flags().syn() ? "S" : "");
    letters.append(segment.flags().fin() ? "F" : "");
    letters.append(segment.flags().rst() ? "R" : "");
    letters.append(segment.flags().urg() ? "U" : "");
    letters.append(segment.flags().psh() ? "P" : "");
    letters.append(segment.flags().ack() ? "." : "");
    int start = segment.seq().distanceFrom(environment.iss);
    int length = segment.payload().length();
    StringBuilder text = new StringBuilder();
    text.append(letters).append(' ');
    text.append(start).append(':').append(start + length).append('(').append(length).append(')');
    if (segment.flags().ack()) {
      text.append(" ack ").append(segment.ack().distanceFrom(new SeqNum(REMOTE_ISS)));
    }
    text.append(" win ").append(segment.window());
    if (segment.flags().urg()) {
      text.append(" urg ").append(segment.urgentPointer());
    }
    for (TcpOption option : segment.options()) {
      switch (option) {
        case TcpOption.MaximumSegmentSize size -> text.append(" mss ").append(size.octets());
        case TcpOption.WindowScale scale -> text.append(" wscale ").append(scale.shift());
        case TcpOption.Timestamps stamps ->
            text.append(" ts ").append(stamps.value()).append('/').append(stamps.echoReply());
        case TcpOption.SackPermitted _ -> text.append(" sackOK yes");
        case TcpOption.SelectiveAck sack -> text.append(" sack ").append(text(sack));
        default -> {}
      }
    }
    return text.toString().split(" ", -1);
  }

  private void expectNothingMore(String before) {
    if (!environment.sent.isEmpty()) {
      fail(
          where(
              "unexpected before '"
                  + before
                  + "': "
                  + String.join(" ", describe(environment.sent.getFirst().segment()))));
    }
  }

  int changes() {
    return changes;
  }

  TcpOptionsConfig config() {
    return config;
  }

  private String where(String what) {
    return "line " + line + " at " + environment.now() + ": " + what;
  }
}
