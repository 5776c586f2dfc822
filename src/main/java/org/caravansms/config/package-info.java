/** The settings, read and checked once, and files that are read again when they change. */
package org.caravansms.config;
