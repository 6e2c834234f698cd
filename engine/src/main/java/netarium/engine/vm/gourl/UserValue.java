package netarium.engine.vm.gourl;

import java.util.Optional;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.Values;

/// A user and perhaps a password as scripts see them, Go's `url.Userinfo`: `Username`, `Password`,
/// `String`. The texts are Lua's, so that the machine's memory pays for them.
final class UserValue {
  private static final String KIND = "Userinfo";
  private static final UserValue ONE = new UserValue();

  private UserValue() {}

  static LuaValue of(LuaMachine machine, UrlLogin login) {
    Userdata value = Handles.value(machine, ONE, KIND, UserValue::fill);
    Table parts = new Table(machine, 2, 0);
    parts.set(1, Values.str(machine, login.user()));
    login.password().ifPresent(each -> parts.set(2, Values.str(machine, each)));
    value.userValue = parts;
    return value;
  }

  private static void fill(Table t) {
    t.set("__tostring", Native.of("Userinfo.__tostring", UserValue::text));
    t.set("String", Native.of("Userinfo.String", UserValue::text));
    t.set("Username", Native.of("Userinfo.Username", UserValue::name));
    t.set("Password", Native.of("Userinfo.Password", UserValue::password));
  }

  /// What the field `User` of argument `i` says.
  static UrlLogin check(Coroutine co, LuaValue value, int i) {
    if (Handles.find(value, UserValue.class).isEmpty()) {
      throw UrlValue.wrong(co, i, "User", "what url.User or url.UserPassword gives", value);
    }
    return read((Userdata) value);
  }

  private static UrlLogin self(Coroutine co, int func, int n) {
    Handles.check(co, func, n, 1, UserValue.class, KIND);
    return read((Userdata) co.arg(func, n, 1));
  }

  private static UrlLogin read(Userdata value) {
    String user = "";
    Optional<String> password = Optional.empty();
    if (value.userValue instanceof Table parts) {
      user = parts.get(1) instanceof Str name ? name.toLatin1() : "";
      password = parts.get(2) instanceof Str word ? Optional.of(word.toLatin1()) : password;
    }
    return new UrlLogin(user, password);
  }

  private static int text(Coroutine co, int func, int n) {
    return UrlApi.give(co, func, self(co, func, n).text());
  }

  private static int name(Coroutine co, int func, int n) {
    return UrlApi.give(co, func, self(co, func, n).user());
  }

  /// `user:Password()` → password, whether there is one.
  private static int password(Coroutine co, int func, int n) {
    Optional<String> password = self(co, func, n).password();
    Str text = Values.str(co.machine, password.orElse(""));
    return co.returns(func, text, Bool.of(password.isPresent()));
  }

  /// `url.User(name)`.
  static int user(Coroutine co, int func, int n) {
    UrlLogin login = new UrlLogin(UrlApi.text(co, func, n, 1), Optional.empty());
    return co.returns(func, of(co.machine, login));
  }

  /// `url.UserPassword(name, password)`.
  static int userPassword(Coroutine co, int func, int n) {
    Args.checkStr(co, func, n, 1);
    String password = UrlApi.text(co, func, n, 2);
    UrlLogin login = new UrlLogin(UrlApi.text(co, func, n, 1), Optional.of(password));
    return co.returns(func, of(co.machine, login));
  }
}
