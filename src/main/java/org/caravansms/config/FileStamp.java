package org.caravansms.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** A changed file has another stamp; the key is another one when a file was moved into its place. */
public record FileStamp(FileTime time, long size, Object key) {

    public static FileStamp of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(found.lastModifiedTime(), found.size(), found.fileKey());
        } catch (IOException e) {
            return new FileStamp(null, 0, null);
        }
    }
}
