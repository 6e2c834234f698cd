package netarium.engine.lua.text;

import java.io.Serial;

/// A script's mistake in a pattern or format. The message is an octet string without a place.
public final class TextFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public TextFault(String message) {
    super(message, null, false, false);
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
