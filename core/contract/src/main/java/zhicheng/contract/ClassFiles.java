package zhicheng.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks into a region's class files for facts that it makes with {@code new}: only the static factories keep their signatures when the SPI grows,
 * so a constructor call would break the jar one day.
 */
final class ClassFiles {
    private static final String SPI = "zhicheng.spi";

    private ClassFiles() {}

    /** Every class of the region: those of its class's package and of the packages below it, in the same jar or folder. */
    static List<ClassModel> of(Class<?> region) {
        var folder = region.getPackageName().replace('.', '/');
        try {
            var place = Path.of(region.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) return parsed(place.resolve(folder));
            try (var jar = FileSystems.newFileSystem(place)) {
                return parsed(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ClassModel> parsed(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var models = new ArrayList<ClassModel>();
            for (var file : files.filter(one -> one.toString().endsWith(".class")).sorted().toList()) models.add(ClassFile.of().parse(Files.readAllBytes(file)));
            return models;
        }
    }

    /** Each place of the class where something of the SPI is made with {@code new} or with a reference to a constructor. */
    static List<String> made(ClassModel model) {
        return model.methods().stream().flatMap(method -> made(model, method)).distinct().toList();
    }

    private static Stream<String> made(ClassModel model, MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream()).flatMap(element -> switch (element) {
            case InvokeInstruction call when call.name().equalsString("<init>") -> Stream.of(call.owner().asSymbol());
            case InvokeDynamicInstruction call -> call.bootstrapArgs().stream().flatMap(ClassFiles::constructed);
            default -> Stream.<ClassDesc>empty();
        }).filter(owner -> owner.packageName().equals(SPI)).map(owner -> model.thisClass().asInternalName().replace('/', '.') + "." + method.methodName().stringValue()
                + " makes a " + owner.displayName() + " with new: use its static factory, which stays when the SPI grows");
    }

    private static Stream<ClassDesc> constructed(ConstantDesc argument) {
        return argument instanceof DirectMethodHandleDesc handle && handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR ? Stream.of(handle.owner()) : Stream.empty();
    }
}
