package netarium.engine.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a shell block would do: settings it changes, and how many commands do something else. No
/// command is ever run.
record ShellBlock(List<Setting> settings, int otherCommands) {
  record Setting(String name, String value) {
    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(/proc/sys/)?([a-z][a-z0-9_./-]*)=(\"[^\"]*\"|[^\\s\"]+)");

  static ShellBlock of(String commands) {
    List<Setting> settings = new ArrayList<>();
    int others = 0;
    String joined = commands.replace("\\\n", " ");
    for (String line : joined.split("\n|;|&&", -1)) {
      String command = line.replaceFirst("^\\s*#.*", "").strip();
      if (command.isEmpty()) {
        continue;
      }
      boolean sets = command.startsWith("sysctl ") || command.contains("set_sysctls.py ");
      if (!sets) {
        others++;
        continue;
      }
      Matcher matcher = ASSIGNMENT.matcher(command);
      while (matcher.find()) {
        String name = matcher.group(2).replace('/', '.');
        settings.add(new Setting(name, matcher.group(3).replace("\"", "")));
      }
    }
    return new ShellBlock(List.copyOf(settings), others);
  }
}
