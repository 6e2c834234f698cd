package netarium.engine.vm.files;

/// What a socket's entry of the tree stands for: a number that no other entry of the tree ever had.
/// It stays with the entry when that is renamed, and goes with it.
public record SocketFile(long number) {}
