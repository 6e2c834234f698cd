package netarium.engine.tls;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;

/// The fields of certificates (RFC 5280) as values that people and tests can read.
final class Certificates {
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);
  private static final DateTimeFormatter GENERALIZED_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT);
  private static final DateTimeFormatter FOR_PEOPLE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

  private Certificates() {}

  static byte[] octets(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException impossible) {
      throw new IllegalStateException("invariant broken: a read certificate is one", impossible);
    }
  }

  /// Two digits for the year from 1950 to 2049, else four (RFC 5280 §4.1.2.5).
  static Time time(long seconds) {
    LocalDateTime at = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    return at.getYear() >= 1950 && at.getYear() < 2050
        ? new Time(new DERUTCTime(UTC_TIME.format(at)))
        : new Time(new DERGeneralizedTime(GENERALIZED_TIME.format(at)));
  }

  static String forPeople(long seconds) {
    return FOR_PEOPLE.format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
  }

  static long firstSecond(X509CertificateHolder certificate) {
    return certificate.getNotBefore().toInstant().getEpochSecond();
  }

  static long lastSecond(X509CertificateHolder certificate) {
    return certificate.getNotAfter().toInstant().getEpochSecond();
  }

  /// The common name, or the whole name where there is none.
  static String called(X500Name name) {
    RDN[] common = name.getRDNs(BCStyle.CN);
    return common.length == 0
        ? name.toString()
        : IETFUtils.valueToString(common[0].getFirst().getValue());
  }

  /// The names that a certificate is for: DNS names in lower case, addresses as text.
  static List<String> names(X509CertificateHolder certificate) {
    List<String> names = new ArrayList<>();
    GeneralNames all =
        GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
    if (all != null) {
      for (GeneralName each : all.getNames()) {
        if (each.getTagNo() == GeneralName.dNSName) {
          names.add(each.getName().toString().toLowerCase(Locale.ROOT));
        } else if (each.getTagNo() == GeneralName.iPAddress) {
          byte[] octets = ASN1OctetString.getInstance(each.getName()).getOctets();
          if (octets.length == 4) {
            names.add(new Ipv4Address(Octets.wrap(octets).int32(0)).toString());
          }
        }
      }
    }
    return names;
  }

  /// Whether one of the names is an address.
  static boolean isAddress(String name) {
    return Ipv4Address.parse(name).isPresent();
  }

  /// Whether a certificate's name covers a host: the same, or with a star for its first label (RFC
  /// 9525 §6.3).
  static boolean covers(String name, String host) {
    String wanted = host.toLowerCase(Locale.ROOT);
    if (wanted.endsWith(".")) {
      wanted = wanted.substring(0, wanted.length() - 1);
    }
    if (!name.startsWith("*.")) {
      return name.equals(wanted);
    }
    int dot = wanted.indexOf('.');
    return dot > 0 && name.substring(1).equals(wanted.substring(dot));
  }
}
