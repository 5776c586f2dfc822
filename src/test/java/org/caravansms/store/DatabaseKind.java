package org.caravansms.store;

import java.nio.file.Path;

/** The databases that every test of the store runs on. */
enum DatabaseKind {
    SQLITE {
        @Override
        String freshUrl(Path directory) {
            return SqliteFile.url(directory.resolve("store.db"));
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
