package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.caravansms.config.GatewaySettings.StoreSettings;
import org.caravansms.datadir.Backup;
import org.caravansms.operator.BackupCommand;
import org.caravansms.operator.Reply;

/** Makes a backup, and says what is in it and what is not. */
record BackupReply(Backup backup, StoreSettings store) implements BackupCommand.Work {

    private static final double MEBI = 1 << 20;

    @Override
    public Reply to(Path folder, Consumer<String> progress) throws Exception {
        Backup.Made made = backup.to(folder, progress);
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(Locale.ROOT, "%d files, %.1f MiB, of %s", made.files(), made.octets() / MEBI, made.at()));
        lines.add("What was accepted before that is in it. A restore sends again what was sent after it");
        if (!store.url().isEmpty()) {
            lines.add("The store is a database of its own and not in it: back it up there, after this");
        }
        return new Reply(Reply.DONE, lines)
                .with("directory", folder.toString())
                .with("at", made.at())
                .with("files", made.files())
                .with("octets", made.octets())
                .with("storeIncluded", store.url().isEmpty());
    }
}
