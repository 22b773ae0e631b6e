//! `dowel analyze` seen from outside: the built program, the real ffmpeg and the real networks.

mod contract;
mod demo;
mod disks;
mod kills;
mod outputs;
mod place;
mod refusals;
mod setup;
mod videos;
