package netarium.engine.vm.api;

import java.util.List;
import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.api.Accounts.Account;
import netarium.engine.vm.files.FileCaller;

/// The part of `os` that deals with users.
final class AccountsApi {
  /// The user id of somebody whom `/etc/passwd` does not list.
  private static final int NOBODY = 65_534;

  private final ProcessHost host;

  private AccountsApi(ProcessHost host) {
    this.host = host;
  }

  static void install(LuaMachine machine, ProcessHost host, Table os) {
    machine.addHost(new AccountsApi(host));
    os.set(
        "whoami", Native.method("os.whoami", AccountsApi.class, AccountsApi::whoami).asWorldCall());
    os.set("uid", Native.method("os.uid", AccountsApi.class, AccountsApi::uid).asWorldCall());
    os.set(
        "is_root",
        Native.method("os.is_root", AccountsApi.class, AccountsApi::isRoot).asWorldCall());
    os.set(
        "get_home",
        Native.method("os.get_home", AccountsApi.class, AccountsApi::home).asWorldCall());
    os.set("users", Native.method("os.users", AccountsApi.class, AccountsApi::users).asWorldCall());
    os.set("login", Native.method("os.login", AccountsApi.class, AccountsApi::login).asWorldCall());
    os.set("su", Native.method("os.su", AccountsApi.class, AccountsApi::switchUser).asWorldCall());
  }

  private Optional<Account> current() {
    return Accounts.find(host.files(), host.user());
  }

  private int whoami(Coroutine co, int func, int n) {
    return co.returns(func, Results.string(co.machine, host.user()));
  }

  private int uid(Coroutine co, int func, int n) {
    return co.returns(func, (double) current().map(Account::uid).orElse(NOBODY));
  }

  private int isRoot(Coroutine co, int func, int n) {
    return co.returns(func, host.user().equals(FileCaller.ROOT));
  }

  private int home(Coroutine co, int func, int n) {
    String home = current().map(Account::home).orElse("/");
    return co.returns(func, Results.string(co.machine, home));
  }

  private int users(Coroutine co, int func, int n) {
    List<Account> accounts = Accounts.read(host.files());
    co.machine.charge(accounts.size());
    Table list = new Table(co.machine, accounts.size(), 0);
    for (Account account : accounts) {
      Table entry = new Table(co.machine, 0, 3);
      Results.set(entry, "name", account.name(), co.machine);
      Results.set(entry, "uid", account.uid());
      Results.set(entry, "home", account.home(), co.machine);
      list.set(list.length() + 1, entry);
    }
    return co.returns(func, list);
  }

  /// Whether a user with this password exists; nothing changes.
  private int login(Coroutine co, int func, int n) {
    return co.returns(func, accepts(co, func, n, false));
  }

  /// Goes on as another user; `root` needs no password for that.
  private int switchUser(Coroutine co, int func, int n) {
    boolean isTrusted = host.user().equals(FileCaller.ROOT);
    boolean isAccepted = accepts(co, func, n, isTrusted);
    if (isAccepted) {
      host.user(Args.checkStr(co, func, n, 1).toString());
    }
    return co.returns(func, isAccepted);
  }

  private boolean accepts(Coroutine co, int func, int n, boolean isTrusted) {
    String name = Args.checkStr(co, func, n, 1).toString();
    String password = Args.optStr(co, func, n, 2, Str.EMPTY).toString();
    return Accounts.find(host.files(), name)
        .filter(account -> isTrusted || account.accepts(password))
        .isPresent();
  }
}
