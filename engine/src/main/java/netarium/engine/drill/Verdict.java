package netarium.engine.drill;

import java.util.List;
import java.util.stream.Collectors;

/// Whether a call came back with what the script has.
final class Verdict {
  private Verdict() {}

  static void check(Script.Call call, CallResult result, int line) {
    boolean holds =
        switch (result) {
          case CallResult.Done done -> isValue(call, done.value()) && hasOut(call, done.out());
          case CallResult.Failed failed -> failsWith(call, failed.error());
          case CallResult.Blocked _ -> false;
        };
    if (!holds) {
      throw new ScriptException.Differs(line, shown(call), call.name() + " = " + shown(result));
    }
  }

  private static boolean isValue(Script.Call call, long value) {
    return switch (call.result()) {
      case Expression.Anything _ -> true;
      case Expression.Int number -> isSame(call, number.value(), value);
      default -> false;
    };
  }

  /// Descriptor flags have other numbers on other systems; those of either may be written.
  private static boolean isSame(Script.Call call, long written, long value) {
    boolean areFlags =
        call.name().equals("fcntl")
            && call.arguments().size() > 1
            && call.arguments().get(1).names().contains("F_GETFL");
    if (areFlags) {
      return (written & 3) == (value & 3) && (written & 0x804) != 0 == ((value & 0x804) != 0);
    }
    return written == value;
  }

  private static boolean failsWith(Script.Call call, String error) {
    if (call.result() instanceof Expression.Anything) {
      return true;
    }
    boolean isMinusOne = call.result() instanceof Expression.Int number && number.value() == -1;
    boolean isSameName = call.errorName().isEmpty() || isSameError(call.errorName(), error);
    return isMinusOne && isSameName;
  }

  private static boolean isSameError(String written, String error) {
    String name = written.equals("EWOULDBLOCK") ? "EAGAIN" : written;
    return name.equals(error);
  }

  /// Compares what the call wrote with the written argument, where there is one.
  private static boolean hasOut(Script.Call call, List<Expression> out) {
    if (out.isEmpty()) {
      return true;
    }
    if (call.name().equals("poll")) {
      return hasEvents(call, out);
    }
    int place = call.name().equals("ioctl") ? 2 : 3;
    Expression written = call.arguments().size() > place ? call.arguments().get(place) : null;
    if (!(written instanceof Expression.Items items) || items.items().size() != 1) {
      return true;
    }
    Expression wanted = items.items().getFirst();
    return wanted instanceof Expression.Anything || wanted.equals(out.getFirst());
  }

  private static boolean hasEvents(Script.Call call, List<Expression> out) {
    if (!(call.arguments().getFirst() instanceof Expression.Items entries)) {
      return false;
    }
    for (int i = 0; i < out.size(); i++) {
      if (entries.items().get(i) instanceof Expression.Struct entry
          && entry.part("revents").isPresent()
          && !isSet(entry.part("revents").get(), out.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSet(Expression written, Expression found) {
    List<String> wanted = written.names().stream().sorted().toList();
    return wanted.equals(found.names().stream().sorted().toList());
  }

  static String shown(Script.Call call) {
    String error = call.errorName().isEmpty() ? "" : " " + call.errorName();
    String arguments =
        call.arguments().stream().map(Object::toString).collect(Collectors.joining(", "));
    return call.name() + "(" + arguments + ") = " + call.result() + error;
  }

  static String shown(CallResult result) {
    return switch (result) {
      case CallResult.Done done -> done.value() + (done.out().isEmpty() ? "" : " " + done.out());
      case CallResult.Failed failed -> "-1 " + failed.error();
      case CallResult.Blocked _ -> "it waits";
    };
  }
}
