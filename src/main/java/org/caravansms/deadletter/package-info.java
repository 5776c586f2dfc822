/** The messages that wait for a person: lists them, resends them, drops them. */
package org.caravansms.deadletter;
