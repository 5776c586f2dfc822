package org.caravansms.store;

import java.nio.file.Path;

/** The databases that every test of the store runs on. */
enum DatabaseKind {
    H2 {
        @Override
        String freshUrl(Path directory) {
            return "jdbc:h2:file:" + directory.resolve("store");
        }
    },
    POSTGRESQL {
        @Override
        String freshUrl(Path directory) throws Exception {
            return PostgresServer.shared().freshSchema();
        }
    };

    abstract String freshUrl(Path directory) throws Exception;
}
