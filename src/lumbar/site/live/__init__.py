"""The live coach: landmarks of one set come in over a WebSocket, what the engine makes of them goes back.

Pictures never come here. The page finds the landmarks itself; `docs/reference/live.md` describes the messages, and
`contract/live.json` holds examples that both ends are tested with.
"""
