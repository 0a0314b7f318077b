package com.anycompany.xray.local.store;

/** How a sealed chunk is compressed; files have the ordinal. */
enum Compression {
    ZSTD,
    DEFLATE
}
