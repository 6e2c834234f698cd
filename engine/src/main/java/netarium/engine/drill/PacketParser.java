package netarium.engine.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;

/// A packet of a script, behind its `<` or `>`.
final class PacketParser {
  private static final long MAX_SEQ = 0xffff_ffffL;
  private static final int MAX_16 = 0xffff;

  private final TokenReader in;

  PacketParser(TokenReader in) {
    this.in = in;
  }

  PacketSpec packet(boolean isOutbound) {
    PacketSpec.IpSpec ip = PacketSpec.IpSpec.NONE;
    Optional<PacketSpec.Quoted> quoted = Optional.empty();
    while (in.sees("[") || in.sees("(")) {
      if (in.peekSecond().kind() == Token.Kind.INTEGER || in.peekSecond().isWord("udp")) {
        quoted = Optional.of(quoted());
      } else {
        ip = ipSpec();
      }
    }
    refuseOthers();
    if (in.takeWord("icmp")) {
      return icmp(ip, quoted);
    }
    if (in.takeWord("udp")) {
      PacketSpec.Ports ports = ports();
      in.expect("(");
      boolean areAhead = in.peekSecond().is(">");
      PacketSpec.Ports inside = areAhead ? ports() : ports;
      int length = in.integerUpTo(MAX_16, "the length of a UDP datagram");
      in.expect(")");
      return new PacketSpec.Udp(ip, inside, length);
    }
    return tcp(ip, isOutbound);
  }

  private void refuseOthers() {
    Token token = in.peek();
    if (token.kind() != Token.Kind.WORD) {
      return;
    }
    switch (token.text()) {
      case "sctp", "udplite", "gre", "GREv0", "mpls", "ipv6", "psp", "esp", "encap" ->
          throw new ScriptException.Unsupported(token.line(), "packets of " + token.text());
      case "ipv4" -> throw new ScriptException.Unsupported(token.line(), "encapsulated packets");
      default -> {}
    }
  }

  /// `[ect0]`, `(tos 0x20)`, `[ttl 1]`
  private PacketSpec.IpSpec ipSpec() {
    String end = in.next().is("[") ? "]" : ")";
    PacketSpec.IpSpec spec = PacketSpec.IpSpec.NONE;
    while (!in.take(end)) {
      String word = in.expect(Token.Kind.WORD, "what is written of the IP header");
      spec =
          switch (word) {
            case "noecn" -> new PacketSpec.IpSpec(-1, 0, false, spec.ttl());
            case "ect1" -> new PacketSpec.IpSpec(-1, 1, false, spec.ttl());
            case "ect0" -> new PacketSpec.IpSpec(-1, 2, false, spec.ttl());
            case "ce" -> new PacketSpec.IpSpec(-1, 3, false, spec.ttl());
            case "ect01" -> new PacketSpec.IpSpec(-1, -1, true, spec.ttl());
            case "tos" ->
                new PacketSpec.IpSpec(
                    in.integerUpTo(255, "a type of service"), -1, false, spec.ttl());
            case "ttl" ->
                new PacketSpec.IpSpec(
                    spec.typeOfService(),
                    spec.ecn(),
                    spec.ect01(),
                    in.integerUpTo(255, "a time to live"));
            default -> throw new ScriptException.Unsupported(in.peek().line(), "IP's " + word);
          };
      in.take(",");
    }
    return spec;
  }

  private PacketSpec.Ports ports() {
    if (in.sees(Token.Kind.INTEGER) && in.peekSecond().is(">")) {
      int source = in.integerUpTo(MAX_16, "a port");
      in.expect(">");
      return new PacketSpec.Ports(source, in.integerUpTo(MAX_16, "a port"));
    }
    return PacketSpec.Ports.NONE;
  }

  private PacketSpec tcp(PacketSpec.IpSpec ip, boolean isOutbound) {
    final PacketSpec.Ports ports = ports();
    final TcpFlags flags = flags();
    PacketSpec.Quoted place = sequence();
    final boolean isAbsolute = in.take("!");
    OptionalLong ack = OptionalLong.empty();
    if (in.takeWord("ack")) {
      ack = OptionalLong.of(sequenceNumber());
      in.take("!");
    }
    OptionalInt window = OptionalInt.empty();
    if (in.takeWord("win") && !in.take("*")) {
      window = OptionalInt.of(in.integerUpTo(MAX_16, "a window"));
    }
    OptionalInt urgent = OptionalInt.empty();
    if (in.takeWord("urg")) {
      urgent = OptionalInt.of(in.integerUpTo(MAX_16, "an urgent pointer"));
    }
    Optional<List<TcpOption>> options = Optional.empty();
    if (in.sees("<")) {
      options = options(isOutbound);
    }
    if (in.sees("/") || in.sees("[")) {
      throw new ScriptException.Unsupported(in.peek().line(), "TCP in UDP, or data of a reset");
    }
    return new PacketSpec.Tcp(
        ip, ports, flags, place.seq(), place.length(), isAbsolute, ack, window, urgent, options);
  }

  /// `S`, `S.`, `.`, `P.`, `-` for none; a digit behind is an accurate ECN count.
  private TcpFlags flags() {
    int line = in.peek().line();
    if (in.take("-")) {
      return new TcpFlags(0);
    }
    int bits = 0;
    boolean any = false;
    if (in.sees(Token.Kind.WORD)) {
      for (char letter : in.next().text().toCharArray()) {
        bits |= bit(letter, line);
      }
      any = true;
    }
    if (in.take(".")) {
      bits |= TcpFlags.ACK_BIT;
      any = true;
    }
    if (in.sees(Token.Kind.FLOAT)) {
      throw new ScriptException.Unsupported(line, "accurate ECN");
    }
    if (!any) {
      throw in.unexpected("a packet");
    }
    return new TcpFlags(bits);
  }

  private static int bit(char letter, int line) {
    return switch (letter) {
      case 'F' -> TcpFlags.FIN_BIT;
      case 'S' -> TcpFlags.SYN_BIT;
      case 'R' -> TcpFlags.RST_BIT;
      case 'P' -> TcpFlags.PSH_BIT;
      case 'U' -> TcpFlags.URG_BIT;
      case 'E' -> TcpFlags.ECE_BIT;
      case 'W', 'C' -> TcpFlags.CWR_BIT;
      case 'A' -> throw new ScriptException.Unsupported(line, "accurate ECN");
      default -> throw new ScriptException.Unreadable(line, "'" + letter + "' is no flag of TCP");
    };
  }

  private long sequenceNumber() {
    int line = in.peek().line();
    long value = in.integer("a sequence number");
    if (value < 0 || value > MAX_SEQ) {
      throw new ScriptException.Unreadable(line, value + " is no sequence number");
    }
    return value;
  }

  /// `1:1001(1000)`
  private PacketSpec.Quoted sequence() {
    int line = in.peek().line();
    final long from = sequenceNumber();
    in.expect(":");
    final long to = sequenceNumber();
    in.expect("(");
    int length = in.integerUpTo(MAX_16, "a length");
    in.expect(")");
    if (to != ((from + length) & MAX_SEQ)) {
      throw new ScriptException.Unreadable(
          line, from + " and " + length + " octets do not end at " + to);
    }
    return new PacketSpec.Quoted(false, from, length);
  }

  private Optional<List<TcpOption>> options(boolean isOutbound) {
    in.expect("<");
    if (in.take(Token.Kind.ELLIPSIS)) {
      in.expect(">");
      if (!isOutbound) {
        throw in.unexpected("options of an inbound packet");
      }
      return Optional.empty();
    }
    List<TcpOption> options = new ArrayList<>();
    while (!in.take(">")) {
      option(options);
      if (!in.sees(">")) {
        in.expect(",");
      }
    }
    return Optional.of(List.copyOf(options));
  }

  /// The padding that ends a list is not an option: emitting adds it.
  private void option(List<TcpOption> options) {
    int line = in.peek().line();
    String name = in.expect(Token.Kind.WORD, "an option");
    switch (name) {
      case "eol" -> {}
      case "nop" -> options.add(TcpOption.NoOperation.INSTANCE);
      case "mss" -> options.add(new TcpOption.MaximumSegmentSize(in.integerUpTo(MAX_16, "an MSS")));
      case "wscale" ->
          options.add(new TcpOption.WindowScale(in.integerUpTo(255, "a window scale")));
      case "sackOK" -> options.add(new TcpOption.SackPermitted());
      case "sack" -> options.add(sack());
      case "TS" -> options.add(timestamps());
      case "md5", "FO", "FOEXP", "ECN" ->
          throw new ScriptException.Unsupported(line, "the TCP option " + name);
      case "gen", "generic" -> throw new ScriptException.Unsupported(line, "generic options");
      default -> options.add(unknown(name, line));
    }
  }

  private TcpOption timestamps() {
    if (!in.takeWord("val")) {
      throw in.unexpected("'val'");
    }
    long value = in.take(Token.Kind.ELLIPSIS) ? 0 : sequenceNumber();
    in.take("!");
    if (!in.takeWord("ecr")) {
      throw in.unexpected("'ecr'");
    }
    long echo = sequenceNumber();
    in.take("!");
    return new TcpOption.Timestamps((int) value, (int) echo);
  }

  private TcpOption sack() {
    List<TcpOption.SelectiveAck.Block> blocks = new ArrayList<>();
    while (in.sees(Token.Kind.INTEGER)) {
      SeqNum left = new SeqNum((int) sequenceNumber());
      in.expect(":");
      blocks.add(new TcpOption.SelectiveAck.Block(left, new SeqNum((int) sequenceNumber())));
    }
    return new TcpOption.SelectiveAck(blocks);
  }

  /// `kind_253 0102`: an option of any kind with its octets in hexadecimal digits.
  private TcpOption unknown(String name, int line) {
    if (!name.matches("kind_[0-9]{1,3}")) {
      throw new ScriptException.Unsupported(line, "the TCP option " + name);
    }
    int kind = Integer.parseInt(name.substring(5));
    String digits = in.sees(",") || in.sees(">") ? "" : in.next().text();
    byte[] octets = new byte[digits.length() / 2];
    try {
      for (int i = 0; i < octets.length; i++) {
        octets[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
      }
      return new TcpOption.Unknown(kind, Octets.wrap(octets));
    } catch (IllegalArgumentException e) {
      throw new ScriptException.Unreadable(line, "no such option: " + name + " " + digits);
    }
  }

  private PacketSpec.Quoted quoted() {
    String end = in.next().is("[") ? "]" : ")";
    PacketSpec.Quoted quoted;
    if (in.takeWord("udp")) {
      in.expect("(");
      quoted = new PacketSpec.Quoted(true, 0, in.integerUpTo(MAX_16, "a length"));
      in.expect(")");
    } else if (in.seesWord("raw")) {
      throw new ScriptException.Unsupported(in.peek().line(), "raw packets");
    } else {
      quoted = sequence();
    }
    in.expect(end);
    return quoted;
  }

  private PacketSpec icmp(PacketSpec.IpSpec ip, Optional<PacketSpec.Quoted> ahead) {
    int line = in.peek().line();
    int type = IcmpNames.type(in.expect(Token.Kind.WORD, "an ICMP type"), line);
    int code = 0;
    if (in.sees(Token.Kind.WORD) && !in.seesWord("mtu") && !in.seesWord("id")) {
      code = IcmpNames.code(in.next().text(), line);
    }
    int mtu = in.takeWord("mtu") ? in.integerUpTo(MAX_16, "an MTU") : 0;
    int id = in.takeWord("id") ? in.integerUpTo(MAX_16, "an identifier") : 0;
    PacketSpec.Quoted quoted =
        in.sees("[") ? quoted() : ahead.orElse(new PacketSpec.Quoted(false, 0, 0));
    return new PacketSpec.Icmp(ip, type, code, mtu, id, quoted);
  }
}
