package netarium.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A script with arguments and input, and what the reference interpreter made of it: exit code and
/// output, as `record.lua` beside the probes writes it.
record LuaProbe(String number, List<String> arguments, String input, String script, String record) {
  private static final String RECORD = "--- exit ";

  /// The probes of one file, which is read as one character per octet.
  static List<LuaProbe> read(String name) throws IOException {
    String text;
    try (InputStream in = LuaProbe.class.getResourceAsStream("probes/" + name)) {
      if (in == null) {
        throw new IOException("no probes " + name);
      }
      text = new String(in.readAllBytes(), ISO_8859_1);
    }
    List<LuaProbe> all = new ArrayList<>();
    String[] parts = text.split("(?m)^=== ", -1);
    for (int i = 1; i < parts.length; i++) {
      all.add(parse(parts[i]));
    }
    return all;
  }

  private static LuaProbe parse(String part) {
    int headEnd = part.indexOf('\n');
    int recordAt = part.indexOf("\n" + RECORD) + 1;
    String script = part.substring(headEnd + 1, recordAt);
    List<String> arguments = List.of();
    String input = "";
    if (script.startsWith("@args")) {
      String words = firstLine(script).substring("@args".length()).strip();
      arguments = words.isEmpty() ? List.of() : List.of(words.split(" +"));
      script = script.substring(script.indexOf('\n') + 1);
    } else if (script.startsWith("@stdin")) {
      input = unescaped(firstLine(script).substring("@stdin".length()).stripLeading());
      script = script.substring(script.indexOf('\n') + 1);
    }
    String head = part.substring(0, headEnd);
    return new LuaProbe(head, arguments, input, script, part.substring(recordAt));
  }

  private static String firstLine(String text) {
    return text.substring(0, text.indexOf('\n'));
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      c = text.charAt(++i);
      switch (c) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'x' -> {
          out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /// Runs the script as `p.lua` of a folder and writes down what happens.
  String play(Path folder) throws IOException {
    Path file = folder.resolve("p.lua");
    Files.write(file, script.getBytes(ISO_8859_1));
    List<String> words = new ArrayList<>(List.of("lua", file.toString()));
    words.addAll(arguments);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        NetariumCommand.run(
            words.toArray(String[]::new),
            new ByteArrayInputStream(input.getBytes(ISO_8859_1)),
            new PrintStream(out, true, ISO_8859_1),
            new PrintStream(err, true, ISO_8859_1));
    String path = file.toString();
    return RECORD + code + "\n" + shown("out|", out, path) + shown("err|", err, path);
  }

  private static String shown(String prefix, ByteArrayOutputStream octets, String path) {
    String text =
        octets
            .toString(ISO_8859_1)
            .replace(path, "p.lua")
            .replaceAll("0x[0-9a-f]{8,}", "0xADDRESS");
    StringBuilder out = new StringBuilder();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      out.append(prefix).append(escaped(text.substring(start, end < 0 ? text.length() : end)));
      out.append(end < 0 ? "\\c\n" : "\n");
      start = end < 0 ? text.length() : end + 1;
    }
    return out.toString();
  }

  private static String escaped(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        out.append("\\\\");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c < ' ' || c >= 127) {
        out.append(String.format(Locale.ROOT, "\\x%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
