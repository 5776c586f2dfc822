package org.caravansms.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A copy of the distribution, with links to its libraries, in one of whose routes stands one step more: {@link Halt}.
 */
final class HaltingHome {

    private static final Path DISTRIBUTION =
            Path.of(System.getProperty("caravan.home", "target/caravan")).toAbsolutePath();
    private static final String STEP = "- bean: { beanType: org.caravansms.faults.Halt, method: here }\n";

    private HaltingHome() {}

    /**
     * @param route the route's file, without its ending
     * @param behind what ends the step before; the new one has the indentation of that one
     */
    static Path in(Path folder, String route, String behind) throws IOException {
        Path home = copyTo(folder);
        Path file = home.resolve("routes").resolve(route + ".camel.yaml");
        String yaml = Files.readString(file);
        int end = yaml.indexOf('\n', yaml.indexOf(behind)) + 1;
        if (!yaml.contains(behind) || end == 0) {
            throw new IllegalStateException("route " + route + " has no step " + behind);
        }
        String indentation = yaml.substring(0, end)
                .lines()
                .filter(line -> line.matches(" *- .*"))
                .reduce("", (before, line) -> line.replaceAll("-.*", ""));
        Files.writeString(file, yaml.substring(0, end) + indentation + STEP + yaml.substring(end));
        writeJar(home.resolve("lib/ext/halt.jar"));
        return home;
    }

    /** @return a copy of the distribution as it is */
    static Path copyTo(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        for (String part : List.of("bin", "config", "routes")) {
            Path to = Files.createDirectories(home.resolve(part));
            for (Path file : files(part)) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Path lib = home.resolve("lib");
        Files.createDirectories(lib.resolve("ext"));
        for (Path jar : files("lib")) {
            link(lib.resolve(jar.getFileName()), jar);
        }
        return home;
    }

    /** The same file, which the archive of {@link StartClasses} is for; on another disk a copy, which starts slower. */
    private static void link(Path link, Path jar) throws IOException {
        try {
            Files.createLink(link, jar);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(jar, link, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static List<Path> files(String part) throws IOException {
        try (Stream<Path> files = Files.list(DISTRIBUTION.resolve(part))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void writeJar(Path file) throws IOException {
        String name = Halt.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                InputStream code = Halt.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
    }
}
