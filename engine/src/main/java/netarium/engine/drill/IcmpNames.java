package netarium.engine.drill;

import java.util.LinkedHashMap;
import java.util.Map;

/// What scripts call the types and codes of ICMP (RFC 792, RFC 1122, RFC 1812).
final class IcmpNames {
  private static final Map<String, Integer> TYPES = new LinkedHashMap<>();
  private static final Map<String, Integer> CODES = new LinkedHashMap<>();

  static {
    TYPES.put("echo_reply", 0);
    TYPES.put("unreachable", 3);
    TYPES.put("source_quench", 4);
    TYPES.put("redirect", 5);
    TYPES.put("echo_request", 8);
    TYPES.put("time_exceeded", 11);
    TYPES.put("parameter_problem", 12);
    TYPES.put("timestamp_request", 13);
    TYPES.put("timestamp_reply", 14);
    TYPES.put("information_request", 15);
    TYPES.put("information_reply", 16);
    TYPES.put("address_mask_request", 17);
    TYPES.put("address_mask_reply", 18);
    String[] unreachable = {
      "net_unreachable",
      "host_unreachable",
      "protocol_unreachable",
      "port_unreachable",
      "frag_needed",
      "source_route_failed",
      "net_unknown",
      "host_unknown",
      "source_host_isolated",
      "net_prohibited",
      "host_prohibited",
      "net_unreachable_for_tos",
      "host_unreachable_for_tos",
      "packet_filtered",
      "precedence_violation",
      "precedence_cutoff"
    };
    for (int code = 0; code < unreachable.length; code++) {
      CODES.put(unreachable[code], code);
    }
    CODES.put("ttl_exceeded_in_transit", 0);
    CODES.put("fragment_reassembly_time_exceeded", 1);
    CODES.put("reassembly_time_exceeded", 1);
  }

  private IcmpNames() {}

  /// A name, or `type_N`.
  static int type(String name, int line) {
    return find(TYPES, "type_", name, line);
  }

  /// A name, or `code_N`.
  static int code(String name, int line) {
    return find(CODES, "code_", name, line);
  }

  private static int find(Map<String, Integer> names, String prefix, String name, int line) {
    Integer known = names.get(name);
    if (known != null) {
      return known;
    }
    String digits = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    if (digits.matches("[0-9]{1,3}") && Integer.parseInt(digits) < 256) {
      return Integer.parseInt(digits);
    }
    throw new ScriptException.Unsupported(line, "ICMP's " + name);
  }
}
