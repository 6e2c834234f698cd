package netarium.engine.vm.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileTree;

/// The users of a machine, as its `/etc/passwd` lists them:
/// `name:password:uid:gid:comment:home:shell`, one a line.
///
/// Passwords stand there as plain text, as in the first Unix: these machines teach networks, and a
/// hash would only hide what a reader should see. An empty password lets everybody in, `*` nobody.
public final class Accounts {
  public static final String PATH = "/etc/passwd";
  private static final Account ROOT = new Account(FileCaller.ROOT, "", 0, "/root");
  private static final int FIELDS = 7;

  /// One line of the list.
  public record Account(String name, String password, int uid, String home) {
    boolean accepts(String given) {
      return password.isEmpty() || (!password.equals("*") && password.equals(given));
    }
  }

  private Accounts() {}

  /// All users in the order of the file; `root` alone if there is no file. Lines that make no sense
  /// are passed over.
  public static List<Account> read(FileTree files) {
    if (!(files.read(PATH, FileCaller.root(0)) instanceof FileResult.Done<byte[]>(byte[] octets))) {
      return List.of(ROOT);
    }
    List<Account> accounts = new ArrayList<>();
    for (String line : new String(octets, StandardCharsets.UTF_8).split("\n", -1)) {
      String[] fields = line.split(":", -1);
      if (fields.length == FIELDS && !fields[0].isEmpty() && fields[2].matches("[0-9]{1,9}")) {
        accounts.add(new Account(fields[0], fields[1], Integer.parseInt(fields[2]), fields[5]));
      }
    }
    return accounts;
  }

  /// The account of a name.
  public static Optional<Account> find(FileTree files, String name) {
    return read(files).stream().filter(account -> account.name().equals(name)).findFirst();
  }
}
