package org.caravansms.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.datadir.Restore;
import org.caravansms.operator.Reply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code caravan restore}: into the data directory of an instance that is stopped. */
@Command(name = "restore", description = "puts a backup into the data directory of a stopped gateway")
final class RestoreCommand extends CommandGroup {

    @Parameters(paramLabel = "DIR", description = "the directory that bin/caravan backup wrote")
    private Path directory;

    @Option(names = "--overwrite", description = "moves data that are there aside, into a directory beside them")
    private boolean overwrite;

    @Override
    public Integer call() {
        Path data = Home.resolve("sms.data-dir");
        try {
            return print(reply(new Restore(data).from(directory.toAbsolutePath().normalize(), overwrite), data));
        } catch (IOException e) {
            throw new UncheckedIOException(data + " is not restored: " + e, e);
        }
    }

    private Reply reply(Restore.Done done, Path data) {
        List<String> lines = new ArrayList<>(List.of(
                done.files() + " files of " + done.at() + " are in " + data,
                "What the old gateway sent after that is sent again with the next start. What it accepted after that"
                        + " is not there",
                "Settings and extensions stay as they are; those of the backup are in " + directory));
        if (done.aside() != null) {
            lines.add("The data that were there are in " + done.aside());
        }
        return new Reply(Reply.DONE, lines)
                .with("files", done.files())
                .with("at", done.at())
                .with("aside", done.aside() == null ? null : done.aside().toString());
    }
}
