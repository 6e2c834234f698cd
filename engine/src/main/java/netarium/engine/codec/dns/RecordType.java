package netarium.engine.codec.dns;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// The numbers of record types (RFC 1035 §3.2.2, §3.2.3) and how people write them.
public final class RecordType {
  public static final int A = 1;
  public static final int NS = 2;
  public static final int CNAME = 5;
  public static final int SOA = 6;
  public static final int PTR = 12;
  public static final int MX = 15;
  public static final int TXT = 16;

  /// RFC 3596.
  public static final int AAAA = 28;

  /// RFC 2782.
  public static final int SRV = 33;

  /// RFC 6891: no record, but what the sender can do beyond RFC 1035.
  public static final int OPT = 41;

  /// A whole zone, wanted for a copy.
  public static final int AXFR = 252;

  /// All that there is of a name.
  public static final int ANY = 255;

  private static final int MOST = 0xffff;
  private static final String GENERIC = "TYPE";

  private record Named(int number, String name) {}

  private static final List<Named> NAMES =
      List.of(
          new Named(A, "A"),
          new Named(NS, "NS"),
          new Named(CNAME, "CNAME"),
          new Named(SOA, "SOA"),
          new Named(PTR, "PTR"),
          new Named(MX, "MX"),
          new Named(TXT, "TXT"),
          new Named(AAAA, "AAAA"),
          new Named(SRV, "SRV"),
          new Named(OPT, "OPT"),
          new Named(AXFR, "AXFR"),
          new Named(ANY, "ANY"));

  private RecordType() {}

  /// `A`, `MX`; `TYPE99` for what has no name here (RFC 3597 §5).
  public static String name(int type) {
    for (Named each : NAMES) {
      if (each.number == type) {
        return each.name;
      }
    }
    return GENERIC + type;
  }

  /// The number that a name stands for, whatever its case.
  public static OptionalInt number(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (Named each : NAMES) {
      if (each.name.equals(wanted)) {
        return OptionalInt.of(each.number);
      }
    }
    String digits = wanted.startsWith(GENERIC) ? wanted.substring(GENERIC.length()) : "";
    boolean isNumber = digits.matches("[0-9]{1,5}");
    int number = isNumber ? Integer.parseInt(digits) : MOST + 1;
    return number <= MOST ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
