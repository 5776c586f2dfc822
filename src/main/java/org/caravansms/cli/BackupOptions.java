package org.caravansms.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.operator.Reply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code caravan backup}: the gateway writes the copy, and it may run in another directory than this program. */
@Command(name = "backup", description = "copies the messages, the store and the settings while the gateway runs")
final class BackupOptions extends CommandGroup {

    @Parameters(paramLabel = "DIR", description = "a new or an empty directory, which the gateway's user may write")
    private Path directory;

    @Override
    public Integer call() {
        List<String> words = new ArrayList<>(
                List.of("backup", directory.toAbsolutePath().normalize().toString()));
        if (isJson()) {
            words.add(Reply.JSON);
        }
        return askGateway(words);
    }
}
