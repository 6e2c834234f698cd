package netarium.engine.vm;

/// What kind of machine programs find themselves on.
public enum Platform {
  /// A computer of its own: all calls are there.
  NATIVE,

  /// A page in a browser: no sockets of its own, only what the browser does for it.
  BROWSER
}
