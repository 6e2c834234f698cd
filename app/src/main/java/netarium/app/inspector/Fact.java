package netarium.app.inspector;

/// One value of an event that is no frame: the key of its name and what it is.
record Fact(String key, String value) {}
