namespace LoadTest.Engine;
