package netarium.engine.vm.api;

import java.util.List;
import java.util.Map;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Str;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileTree;

/// What the modules of this package need of the process they serve: its machine's files, its
/// console, its clock, its identity. One per process.
///
/// **Waiting.** [#waitForInput], [#waitAfterVainPoll] and [#exit] put the task (`co.task()`) aside
/// and answer what the native then answers: [Native#PARK]. Before the first two the native has
/// pushed its frame, so the host wakes the task with no values and the native looks again itself.
public interface ProcessHost {
  FileTree files();

  /// Absolute and tidy.
  String workingDirectory();

  void workingDirectory(String path);

  /// Simulated time since 1970.
  long epochNanos();

  /// CPU time this process has used.
  long cpuNanos();

  /// The process's own environment, in order; may be written to.
  Map<String, String> environment();

  /// Octets for the console, or for whatever standard output and error are connected to.
  void writeConsole(Str octets, boolean isError);

  /// A remark of the system about the process, for people: it is not part of its output.
  void notice(String text);

  /// Whether [#takeInput] has something to give.
  boolean hasInput();

  /// The oldest octets of standard input not taken yet, as they arrived: usually one line with its
  /// newline. Only to be called when [#hasInput] says so.
  Str takeInput();

  /// Whether no input will ever arrive any more once what is there is taken.
  boolean isInputAtEnd();

  /// Puts the task aside until input arrives or ends. Always [Native#PARK].
  int waitForInput(Coroutine co);

  /// A poll of standard input is about to say that there is nothing: whether it may do so at once.
  boolean mayAnswerVainPoll();

  /// Puts the task aside until something arrives for the process or the poll's time is over. Always
  /// [Native#PARK].
  int waitAfterVainPoll(Coroutine co);

  /// Ends the process; none of its tasks ever runs again. Always [Native#PARK], unless it throws.
  ///
  /// @param closesState whether finalizers are to run first
  int exit(Coroutine co, int code, boolean closesState);

  String hostName();

  int pid();

  /// Identifies the machine within the simulation.
  String machineId();

  /// The user the process runs as.
  String user();

  /// Makes it run as another user.
  void user(String name);

  /// What the program was started with, without its own name.
  List<Str> arguments();

  /// The process as its file tree sees it, now.
  default FileCaller caller() {
    return new FileCaller(user(), epochNanos());
  }
}
