package netarium.app.problems;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The place in a script that an error message of Lua begins with, and what is left of it.
record ScriptPlace(Place.InText place, String rest) {
  private static final Pattern AT_THE_START =
      Pattern.compile("^([\\w./@%+ -]+\\.lua):(\\d{1,7}):\\s*(.*)", Pattern.DOTALL);
  private static final Pattern ANYWHERE = Pattern.compile("([\\w./@%+-]+\\.lua):(\\d{1,7})");

  static Optional<ScriptPlace> of(String message) {
    Matcher start = AT_THE_START.matcher(message);
    if (start.matches()) {
      return Optional.of(new ScriptPlace(place(start.group(1), start.group(2)), start.group(3)));
    }
    Matcher anywhere = ANYWHERE.matcher(message);
    return anywhere.find()
        ? Optional.of(new ScriptPlace(place(anywhere.group(1), anywhere.group(2)), message))
        : Optional.empty();
  }

  private static Place.InText place(String file, String line) {
    return new Place.InText(file, Integer.parseInt(line), 0);
  }
}
