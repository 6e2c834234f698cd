package netarium.app.canvas.scene;

/// A line of a console in a thumbnail: how many characters it has, and whether it is an error.
public record ConsoleBar(int characters, boolean isError) {}
