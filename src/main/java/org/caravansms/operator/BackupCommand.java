package org.caravansms.operator;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Header;

/**
 * The command {@code backup}.
 *
 * @param backup makes one
 */
public record BackupCommand(Work backup) {

    /** Makes a backup in a folder, reports its progress and returns the answer. */
    @FunctionalInterface
    public interface Work {
        Reply to(Path folder, Consumer<String> progress) throws Exception;
    }

    /**
     * @param words a folder
     * @throws IllegalArgumentException when they are something else, or it cannot be used
     */
    public Reply answer(@Body List<String> words, @Header(OperatorCommands.PROGRESS) Consumer<String> progress)
            throws Exception {
        if (words.size() != 1 || !Path.of(words.get(0)).isAbsolute()) {
            throw new IllegalArgumentException("caravan backup takes a directory");
        }
        return backup.to(Path.of(words.get(0)).normalize(), progress == null ? line -> {} : progress);
    }
}
