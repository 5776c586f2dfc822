package org.caravansms.api;

/** What a client is told, whatever the format. */
public sealed interface ApiAnswer
        permits Submission, Refusal, MessageDetails, Download, FolderContents, SettledMessages {}
