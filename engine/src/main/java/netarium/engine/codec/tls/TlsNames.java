package netarium.engine.codec.tls;

import netarium.engine.wire.Octets;

/// What the numbers of TLS are called, as IANA and packet analysers write them; a number without a
/// name is called `Unknown` with its digits.
public final class TlsNames {
  private TlsNames() {}

  public static String contentType(int number) {
    return switch (number) {
      case TlsNumbers.CHANGE_CIPHER_SPEC -> "Change Cipher Spec";
      case TlsNumbers.ALERT -> "Alert";
      case TlsNumbers.HANDSHAKE -> "Handshake";
      case TlsNumbers.APPLICATION_DATA -> "Application Data";
      default -> unknown(number);
    };
  }

  public static String version(int number) {
    return switch (number) {
      case 0x0300 -> "SSLv3";
      case 0x0301 -> "TLSv1";
      case 0x0302 -> "TLSv1.1";
      case TlsNumbers.TLS_1_2 -> "TLSv1.2";
      case TlsNumbers.TLS_1_3 -> "TLSv1.3";
      default -> "TLS";
    };
  }

  public static String handshake(int number) {
    return switch (number) {
      case 0 -> "Hello Request";
      case TlsNumbers.CLIENT_HELLO -> "Client Hello";
      case TlsNumbers.SERVER_HELLO -> "Server Hello";
      case 4 -> "New Session Ticket";
      case 8 -> "Encrypted Extensions";
      case TlsNumbers.CERTIFICATE -> "Certificate";
      case 12 -> "Server Key Exchange";
      case 13 -> "Certificate Request";
      case 14 -> "Server Hello Done";
      case 15 -> "Certificate Verify";
      case 16 -> "Client Key Exchange";
      case TlsNumbers.FINISHED -> "Finished";
      case 22 -> "Certificate Status";
      case TlsNumbers.KEY_UPDATE -> "Key Update";
      default -> unknown(number);
    };
  }

  public static String suite(int number) {
    return switch (number) {
      case 0x1301 -> "TLS_AES_128_GCM_SHA256";
      case 0x1302 -> "TLS_AES_256_GCM_SHA384";
      case 0x1303 -> "TLS_CHACHA20_POLY1305_SHA256";
      case 0x00ff -> "TLS_EMPTY_RENEGOTIATION_INFO_SCSV";
      case 0x5600 -> "TLS_FALLBACK_SCSV";
      case 0x009c -> "TLS_RSA_WITH_AES_128_GCM_SHA256";
      case 0x009d -> "TLS_RSA_WITH_AES_256_GCM_SHA384";
      case 0x009e -> "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";
      case 0x009f -> "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384";
      case 0xc02b -> "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
      case 0xc02c -> "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
      case 0xc02f -> "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
      case 0xc030 -> "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
      case 0xcca8 -> "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256";
      case 0xcca9 -> "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256";
      case 0xccaa -> "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256";
      default -> unknown(number);
    };
  }

  public static String group(int number) {
    return switch (number) {
      case 23 -> "secp256r1";
      case 24 -> "secp384r1";
      case 25 -> "secp521r1";
      case 29 -> "x25519";
      case 30 -> "x448";
      case 256 -> "ffdhe2048";
      case 4588 -> "X25519MLKEM768";
      default -> unknown(number);
    };
  }

  public static String extension(int number) {
    return switch (number) {
      case TlsNumbers.SERVER_NAME -> "server_name";
      case 1 -> "max_fragment_length";
      case 5 -> "status_request";
      case TlsNumbers.SUPPORTED_GROUPS -> "supported_groups";
      case 11 -> "ec_point_formats";
      case TlsNumbers.SIGNATURE_ALGORITHMS -> "signature_algorithms";
      case TlsNumbers.ALPN -> "application_layer_protocol_negotiation";
      case 17 -> "status_request_v2";
      case 18 -> "signed_certificate_timestamp";
      case 22 -> "encrypt_then_mac";
      case 23 -> "extended_master_secret";
      case 35 -> "session_ticket";
      case 41 -> "pre_shared_key";
      case 42 -> "early_data";
      case TlsNumbers.SUPPORTED_VERSIONS -> "supported_versions";
      case 44 -> "cookie";
      case 45 -> "psk_key_exchange_modes";
      case 47 -> "certificate_authorities";
      case 50 -> "signature_algorithms_cert";
      case TlsNumbers.KEY_SHARE -> "key_share";
      case 65281 -> "renegotiation_info";
      default -> unknown(number);
    };
  }

  public static String signature(int number) {
    return switch (number) {
      case 0x0201 -> "rsa_pkcs1_sha1";
      case 0x0203 -> "ecdsa_sha1";
      case 0x0401 -> "rsa_pkcs1_sha256";
      case 0x0403 -> "ecdsa_secp256r1_sha256";
      case 0x0501 -> "rsa_pkcs1_sha384";
      case 0x0503 -> "ecdsa_secp384r1_sha384";
      case 0x0601 -> "rsa_pkcs1_sha512";
      case 0x0603 -> "ecdsa_secp521r1_sha512";
      case 0x0804 -> "rsa_pss_rsae_sha256";
      case 0x0805 -> "rsa_pss_rsae_sha384";
      case 0x0806 -> "rsa_pss_rsae_sha512";
      case 0x0807 -> "ed25519";
      default -> unknown(number);
    };
  }

  /// As RFC 8446 §6 has it, which is how people search for it.
  public static String alert(int number) {
    return switch (number) {
      case TlsNumbers.CLOSE_NOTIFY -> "close_notify";
      case 10 -> "unexpected_message";
      case 20 -> "bad_record_mac";
      case 22 -> "record_overflow";
      case 40 -> "handshake_failure";
      case 42 -> "bad_certificate";
      case 43 -> "unsupported_certificate";
      case 44 -> "certificate_revoked";
      case 45 -> "certificate_expired";
      case 46 -> "certificate_unknown";
      case 47 -> "illegal_parameter";
      case 48 -> "unknown_ca";
      case 49 -> "access_denied";
      case 50 -> "decode_error";
      case 51 -> "decrypt_error";
      case 70 -> "protocol_version";
      case 71 -> "insufficient_security";
      case 80 -> "internal_error";
      case 86 -> "inappropriate_fallback";
      case 90 -> "user_canceled";
      case 109 -> "missing_extension";
      case 110 -> "unsupported_extension";
      case 112 -> "unrecognized_name";
      case 116 -> "certificate_required";
      case 120 -> "no_application_protocol";
      default -> unknown(number);
    };
  }

  /// The same in words, as packet lists write it: `Unknown CA`, `Close Notify`.
  public static String alertWords(int number) {
    StringBuilder words = new StringBuilder();
    for (String word : alert(number).split("_", -1)) {
      words.append(words.isEmpty() ? "" : " ");
      boolean isShort = word.equals("ca") || word.equals("mac");
      words.append(isShort ? word.replace("ca", "CA").replace("mac", "MAC") : capital(word));
    }
    return words.toString();
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String unknown(int number) {
    return "Unknown (" + number + ")";
  }

  /// Text of a protocol, where a control character would do harm.
  static String text(Octets octets) {
    StringBuilder text = new StringBuilder(octets.length());
    for (int i = 0; i < octets.length(); i++) {
      int each = octets.at(i);
      text.append(each >= ' ' && each < 0x7f ? (char) each : '.');
    }
    return text.toString();
  }
}
