package org.caravansms.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Replaces a file at once: a reader finds the old text or the new one. Owner, group and permissions stay; a new file is
 * readable by its owner only.
 */
final class ReplaceFile {

    private ReplaceFile() {}

    static void with(String text, Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".new");
        try {
            write(text, beside);
            if (Files.exists(target)) {
                copyOwner(target, beside);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void write(String text, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer octets = StandardCharsets.UTF_8.encode(text);
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
    }

    /** A gateway that runs as somebody else must still be able to read what root wrote. */
    private static void copyOwner(Path from, Path to) throws IOException {
        PosixFileAttributeView made = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (made == null) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
        made.setOwner(wanted.owner());
        made.setGroup(wanted.group());
        made.setPermissions(wanted.permissions());
    }
}
