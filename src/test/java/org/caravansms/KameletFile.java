package org.caravansms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A file of {@code kamelets/}, as JSON. */
record KameletFile(Path path, JsonNode kamelet) {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\{\\??([A-Za-z0-9-._]+)");
    private static final Pattern SCHEME = Pattern.compile("^([a-z-]+):");

    static List<KameletFile> all() {
        try (Stream<Path> files = Files.list(Path.of("kamelets"))) {
            return files.filter(file -> file.toString().endsWith(".kamelet.yaml"))
                    .sorted()
                    .map(KameletFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KameletFile read(Path path) {
        try {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(path));
            return new KameletFile(path, new ObjectMapper().valueToTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return kamelet.at("/metadata/name").asText();
    }

    /** {@code source}, {@code sink} or {@code action}. */
    String type() {
        return label("kamelet.type");
    }

    String label(String name) {
        return kamelet.at("/metadata/labels").path("camel.apache.org/" + name).asText();
    }

    String annotation(String name) {
        return kamelet.at("/metadata/annotations")
                .path("camel.apache.org/" + name)
                .asText();
    }

    JsonNode definition() {
        return kamelet.at("/spec/definition");
    }

    JsonNode template() {
        return kamelet.at("/spec/template");
    }

    Set<String> dependencies() {
        return texts(kamelet.at("/spec/dependencies")).collect(Collectors.toSet());
    }

    /** @return the parameters, and the beans, which the template names in the same way */
    Set<String> declared() {
        Set<String> names = new TreeSet<>();
        definition().path("properties").fieldNames().forEachRemaining(names::add);
        template().path("beans").forEach(bean -> names.add(bean.path("name").asText()));
        return names;
    }

    /** @return what the template names; not the properties by which the gateway differs */
    Set<String> used() {
        return texts(template())
                .flatMap(text -> PARAMETER.matcher(text).results().map(found -> found.group(1)))
                .filter(name -> !name.startsWith("caravan.kamelets."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the schemes of its endpoints */
    Set<String> schemes() {
        return Stream.concat(template().findValues("uri").stream(), template().findValues("to").stream())
                .filter(JsonNode::isTextual)
                .map(uri -> SCHEME.matcher(uri.asText()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.asText()) : node.valueStream().flatMap(KameletFile::texts);
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
