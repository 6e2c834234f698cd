package netarium.engine.vm.love;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;

/// What LÖVE has and a simulated machine has not: calling it is an error that names it. A module
/// that is missing altogether is there as a table, so that the error can name the function.
final class Missing {
  private static final List<String> MODULES =
      List.of(
          "audio",
          "data",
          "filesystem",
          "font",
          "image",
          "joystick",
          "math",
          "physics",
          "sensor",
          "sound",
          "system",
          "thread",
          "touch",
          "video");

  private static final Map<String, String> FUNCTIONS = new TreeMap<>();

  static {
    FUNCTIONS.put("love", "isVersionCompatible setDeprecationOutput hasDeprecationOutput");
    FUNCTIONS.put(
        "love.graphics",
        """
        draw drawInstanced drawLayer flushBatch stencil captureScreenshot newArrayImage newCanvas \
        newCubeImage newImage newImageFont newMesh newParticleSystem newQuad newShader \
        newSpriteBatch newText newVideo newVolumeImage validateShader discard present \
        applyTransform replaceTransform transformPoint inverseTransformPoint getBlendMode \
        getCanvas getColorMask getDefaultFilter getDepthMode getFrontFaceWinding getLineJoin \
        getLineStyle getMeshCullMode getScissor getShader getStackDepth getStencilTest \
        intersectScissor isActive isGammaCorrect isWireframe setBlendMode setCanvas setColorMask \
        setDefaultFilter setDepthMode setFrontFaceWinding setLineJoin setLineStyle \
        setMeshCullMode setScissor setShader setStencilTest setWireframe getDPIScale \
        getPixelDimensions getPixelHeight getPixelWidth getRendererInfo getStats getSupported \
        getSystemLimits getTextureTypes getImageFormats getCanvasFormats\
        """);
    FUNCTIONS.put("love.timer", "step");
    FUNCTIONS.put(
        "love.keyboard",
        "getKeyFromScancode getScancodeFromKey hasKeyRepeat hasScreenKeyboard hasTextInput "
            + "isModifierActive isScancodeDown setKeyRepeat setTextInput");
    FUNCTIONS.put(
        "love.mouse",
        "getCursor getRelativeMode getSystemCursor isCursorSupported isGrabbed isVisible newCursor "
            + "setCursor setGrabbed setPosition setRelativeMode setVisible setX setY");
    FUNCTIONS.put(
        "love.window",
        "close displaySleepEnabled flash fromPixels getDPIScale getDesktopDimensions "
            + "getDisplayCount getDisplayName getDisplayOrientation getFullscreen "
            + "getFullscreenModes getIcon getPosition getSafeArea getVSync hasFocus hasMouseFocus "
            + "isDisplaySleepEnabled isMaximized isMinimized isOpen isVisible maximize minimize "
            + "requestAttention restore setDisplaySleepEnabled setFullscreen setIcon setPosition "
            + "setVSync showMessageBox toPixels updateMode");
    FUNCTIONS.put("love.event", "clear poll pump push wait");
  }

  private static final Str INDEX = Str.constant("__index");

  private Missing() {}

  /// Answers for what is not in the table of a module.
  static void watch(LuaMachine machine, Table table, String module) {
    Table metatable = new Table(machine, 0, 1);
    metatable.set(INDEX, new Lookup(module));
    machine.setMetatable(table, metatable);
  }

  /// `__index` of a module: a function that fails for each name that LÖVE has, nil for others.
  private static final class Lookup extends Native {
    private final String module;
    private final List<String> names;

    Lookup(String module) {
      super(module);
      this.module = module;
      String known = FUNCTIONS.get(module);
      this.names = known == null ? new ArrayList<>() : List.of(known.split(" ", -1));
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      LuaValue key = co.arg(func, n, 2);
      if (!(key instanceof Str name)) {
        return co.returns(func, Nil.NIL);
      }
      String text = name.toString();
      if (module.equals("love") && MODULES.contains(text)) {
        Table table = new Table(co.machine);
        watch(co.machine, table, "love." + text);
        ((Table) co.stack[func + 1]).set((LuaValue) name, table);
        return co.returns(func, table);
      }
      boolean isWholeModule = !FUNCTIONS.containsKey(module);
      return co.returns(
          func, isWholeModule || names.contains(text) ? failing(module + "." + text) : Nil.NIL);
    }
  }

  private static Native failing(String name) {
    return Native.of(
        name,
        (co, _, _) -> {
          throw co.error(name + " is not supported on a simulated machine", 1);
        });
  }
}
